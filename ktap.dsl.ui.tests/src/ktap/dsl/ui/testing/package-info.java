/** What the tests of the workbench share: waiting for events, a project with scripts, screenshots. */
package ktap.dsl.ui.testing;
