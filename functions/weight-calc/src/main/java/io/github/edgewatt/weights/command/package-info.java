/** The command line. */
package io.github.edgewatt.weights.command;
