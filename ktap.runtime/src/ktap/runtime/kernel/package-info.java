/** The port: everything that ktap asks of a kernel. Adapters implement it for this machine or over a byte stream. */
package ktap.runtime.kernel;
