/** Tests of the ktap language: parsing, checks, generated code, and the language services. */
package ktap.dsl.tests;
