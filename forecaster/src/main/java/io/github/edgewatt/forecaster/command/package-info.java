/** The command line: one class a subcommand, which reads its words, wires the parts and prints. */
package io.github.edgewatt.forecaster.command;
