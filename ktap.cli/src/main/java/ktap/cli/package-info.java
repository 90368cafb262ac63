/** The {@code ktap} command: arguments, files, terminal, signals and exit codes around a session. */
package ktap.cli;
