/**
 * What ktap tells people: diagnostics, histograms, snapshots of tables. Values and their text forms; no input or
 * output.
 */
package ktap.runtime.report;
