/**
 * Fills the view from an API server: informers for nodes, pods and sets of pods, the metrics API
 * asked at intervals. An API server that is away leaves the last state standing until it is back.
 */
package io.github.edgewatt.cluster.kubernetes;
