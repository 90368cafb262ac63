/** Language services for editors of any kind: completion and styles of tokens. No user interface. */
package ktap.dsl.ide;
