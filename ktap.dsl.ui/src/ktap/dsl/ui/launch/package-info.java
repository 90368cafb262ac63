/** Run As &gt; ktap trace: the launch configuration, its dialog, and a trace as a process of the debug framework. */
package ktap.dsl.ui.launch;
