/** The ktap language: from the text of a script to a chunk and its diagnostics, by {@link ktap.dsl.KtapCompiler}. */
package ktap.dsl;
