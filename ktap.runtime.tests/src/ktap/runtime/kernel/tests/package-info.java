/** Tests of the kernel port against the kernel that runs them. */
package ktap.runtime.kernel.tests;
