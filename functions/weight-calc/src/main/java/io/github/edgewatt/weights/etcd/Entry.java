package io.github.edgewatt.weights.etcd;

/**
 * A key as it is in etcd.
 *
 * @param key the key
 * @param value its value, as UTF-8
 * @param modRevision the revision of its last change
 */
record Entry(String key, String value, long modRevision) {}
