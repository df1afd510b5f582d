/**
 * Replays a day over zones: flows of requests meet gateways, pods and nodes in simulated time, and
 * the product's own policies split and scale from the snapshots they would get. What comes out is
 * what a contender costs: latencies, failures, replicas and joules.
 */
package io.github.edgewatt.benchmarks.osmotic;
