package io.github.edgewatt.weights.etcd;

import java.util.List;

/**
 * Keys under a prefix.
 *
 * @param entries those asked for, by key
 * @param count how many there are under the prefix, asked for or not
 * @param revision of the whole store, at which they were read
 */
record Listing(List<Entry> entries, long count, long revision) {
  Listing {
    entries = List.copyOf(entries);
  }
}
