/**
 * The load generator beside its peers. A server that does nothing but stamp arrivals is the judge;
 * {@link io.github.edgewatt.benchmarks.load.Compare} starts it and the generators, each on its own
 * core, and prints the table.
 */
package io.github.edgewatt.benchmarks.load;
