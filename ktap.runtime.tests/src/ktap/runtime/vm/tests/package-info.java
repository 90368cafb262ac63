/** Tests of the interpreter, its tables, its budget and the built-in functions, on chunks made by hand. */
package ktap.runtime.vm.tests;
