/** The traces that this workbench has started, for whoever shows them. */
package ktap.dsl.ui.traces;
