/**
 * Functions worth measuring, one a process: the environment variable {@code EDGEWATT_FUNCTION}
 * names it. {@code function} holds the work, {@code http} serves it.
 */
package io.github.edgewatt.workloads;
