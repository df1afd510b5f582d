/** The command line: {@code bin/scale-place serve} and {@code once}. */
package io.github.edgewatt.scaling.command;
