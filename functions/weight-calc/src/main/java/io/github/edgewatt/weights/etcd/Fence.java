package io.github.edgewatt.weights.etcd;

/**
 * The proof of a lead: a key that exists only as long as the leader's lease, and the revision at
 * which this lead began. A write compares it, so that a former leader never writes.
 *
 * @param key the election's key
 * @param createRevision its create revision
 */
public record Fence(String key, long createRevision) {}
