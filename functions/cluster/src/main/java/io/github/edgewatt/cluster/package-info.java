/**
 * A live view of a cluster's nodes and pods, kept in memory by informers, so that a question about
 * them never waits for the API server. Records of plain values; what is asked of them is decided
 * elsewhere.
 */
package io.github.edgewatt.cluster;
