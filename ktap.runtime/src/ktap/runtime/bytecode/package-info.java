/**
 * The ktap bytecode: chunks as immutable values, their file format, verifier and disassembler. Knows nothing of how a
 * chunk is made from a script or of how it is run.
 */
package ktap.runtime.bytecode;
