/** The layout of scripts: blanks and indentation by the tree of a script, line breaks as its author set them. */
package ktap.dsl.formatting;
