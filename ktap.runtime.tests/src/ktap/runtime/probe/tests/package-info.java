/** Tests of probe definitions, catalog and plan, and of captures against the kernel that runs them. */
package ktap.runtime.probe.tests;
