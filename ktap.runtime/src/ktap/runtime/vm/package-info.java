/**
 * The interpreter: runs verified chunks, one instruction at a time, within a budget. The reference for what a script
 * means.
 */
package ktap.runtime.vm;
