/** Where a script traces: this machine, or another. */
package ktap.runtime.target;
