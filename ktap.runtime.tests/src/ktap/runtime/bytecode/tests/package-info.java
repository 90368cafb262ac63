/** Tests of chunks as values: file format, verifier, disassembler. */
package ktap.runtime.bytecode.tests;
