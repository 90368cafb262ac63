/** The one door to the language: all that the workbench asks of {@code ktap.dsl}. */
package ktap.dsl.ui.language;
