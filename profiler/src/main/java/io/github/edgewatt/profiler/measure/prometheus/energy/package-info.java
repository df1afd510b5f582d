/**
 * Energy from the meters that a Prometheus scrapes: which of them there are and tick, what the node
 * took over a window, and what the meter itself counts for a function. The rules are in {@link
 * io.github.edgewatt.profiler.energy}; here is what needs samples.
 */
package io.github.edgewatt.profiler.measure.prometheus.energy;
