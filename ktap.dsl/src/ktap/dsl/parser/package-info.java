/** From text to tokens: what the grammar's own token rules cannot say, and the wording of syntax errors. */
package ktap.dsl.parser;
