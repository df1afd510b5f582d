/** The command line: options become settings before the server starts. */
package io.github.edgewatt.nodeforecast.command;
