/** Measures the interpreter, beside other script interpreters that run on the same virtual machine. */
package ktap.bench;
