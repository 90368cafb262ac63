/** What the platform's generic editor is given for scripts: colours, problems, proposals, brackets and indentation. */
package ktap.dsl.ui.editor;
