/** One run of a script on a target: its states, its descriptors, its losses, its end. */
package ktap.runtime.session;
