/**
 * Reads from a Prometheus what a cluster without telemd measures: CPU, watts, requests. All queries
 * of a round have one evaluation time; their texts can be set, as metrics differ between clusters.
 */
package io.github.edgewatt.cluster.prometheus;
