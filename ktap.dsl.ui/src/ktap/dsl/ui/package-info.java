/** The bundle's life, and the services that its parts share. */
package ktap.dsl.ui;
