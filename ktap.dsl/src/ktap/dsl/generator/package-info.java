/** From the tree of a checked script to bytecode. */
package ktap.dsl.generator;
