/** What steering costs: snapshots, weights, pressures and decisions of large clusters. */
package io.github.edgewatt.benchmarks.steering;
