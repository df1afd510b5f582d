/** The command line: options become environment variables' values, and what they ask for starts. */
package io.github.edgewatt.yolo.command;
