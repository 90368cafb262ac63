/**
 * What can be probed and how: probe definitions, the catalog of a target's events, the plan made from both, and
 * capture.
 */
package ktap.runtime.probe;
