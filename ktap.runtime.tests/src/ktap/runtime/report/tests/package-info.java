/** Tests of what ktap tells people. Texts are compared with files, byte by byte. */
package ktap.runtime.report.tests;
