/**
 * Reads a cluster from Redis as telemd, its Kubernetes adapter and galileo publish it: samples,
 * events and traces from channels, nodes' descriptions from hashes. Messages are read by small pure
 * parsers; one that cannot be read is counted, and ends nothing.
 */
package io.github.edgewatt.cluster.redis;
