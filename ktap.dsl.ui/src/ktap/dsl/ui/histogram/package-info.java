/** The Histogram view: a table of counts of a running or ended trace, as rows with bars. */
package ktap.dsl.ui.histogram;
