package io.github.edgewatt.weights.etcd;

import java.util.Optional;

/**
 * A change to one key, if it is still as it was read.
 *
 * @param key the key
 * @param value the new value; empty removes the key
 * @param modRevision the revision at which it was read; 0 where it was not there
 */
record Change(String key, Optional<String> value, long modRevision) {
  int bytes() {
    // A comparison and an operation name the key; names of zones and functions are ASCII.
    return 2 * key.length() + value.map(String::length).orElse(0);
  }
}
