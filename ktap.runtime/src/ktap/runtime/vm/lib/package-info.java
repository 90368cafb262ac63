/** The built-in functions of the script language: one class per family. */
package ktap.runtime.vm.lib;
