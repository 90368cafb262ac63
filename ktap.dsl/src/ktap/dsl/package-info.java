/** The ktap language: from the text of a script to a chunk and its diagnostics. {@link ktap.dsl.KtapCompiler} is the door. */
package ktap.dsl;
