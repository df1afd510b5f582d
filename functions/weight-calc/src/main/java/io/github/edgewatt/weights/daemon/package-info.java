/**
 * Rounds: a snapshot of the live view, a decision, etcd, events, the time series and the record, in
 * this order. What stands around them (leadership, sources) is given; what fails is told of and
 * leaves the rest alone.
 */
package io.github.edgewatt.weights.daemon;
