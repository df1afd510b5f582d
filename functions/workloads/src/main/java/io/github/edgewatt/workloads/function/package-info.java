/**
 * The work itself: small classes without a framework, each from a bounded input record to an output
 * record that proves the work was done. Equal inputs give equal outputs and cost about the same.
 */
package io.github.edgewatt.workloads.function;
