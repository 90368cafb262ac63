/** What each name of a script means: local, shared with a closure, global, built-in or property of the event. */
package ktap.dsl.scoping;
