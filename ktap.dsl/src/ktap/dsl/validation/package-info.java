/** The checks of a script, one class per rule; editor and compiler run the same. */
package ktap.dsl.validation;
