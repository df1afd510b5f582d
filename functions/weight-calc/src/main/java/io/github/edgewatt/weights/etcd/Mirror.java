package io.github.edgewatt.weights.etcd;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands in etcd under the prefix, as last read. Read again, it asks only for what changed
 * since: with 100,000 keys a full listing each round would be some 40 MB.
 */
final class Mirror {
  private final KeyValues store;
  private final Map<String, Entry> entries = new TreeMap<>();

  /** Up to which everything is known; 0 before the first reading. */
  private long revision;

  Mirror(KeyValues store) {
    this.store = store;
  }

  /**
   * Reads what changed. Removed keys are not in such a reading, but then there are fewer under the
   * prefix than known here, and all are read; also where the revision fell: another store.
   */
  void refresh() {
    if (revision > 0) {
      Listing changed = store.read(WeightKey.PREFIX, revision + 1);
      if (changed.revision() >= revision) {
        changed.entries().forEach(entry -> entries.put(entry.key(), entry));
        revision = changed.revision();
        if (entries.size() == changed.count()) {
          return;
        }
      }
    }
    Listing all = store.read(WeightKey.PREFIX, 0);
    entries.clear();
    all.entries().forEach(entry -> entries.put(entry.key(), entry));
    revision = all.revision();
  }

  /** Everything is read again next time. */
  void forget() {
    entries.clear();
    revision = 0;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  Optional<Entry> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  void set(String key, Optional<Entry> now) {
    now.ifPresentOrElse(entry -> entries.put(key, entry), () -> entries.remove(key));
  }

  /** A change of ours was made at {@code at}; where nobody wrote in between, nothing is missed. */
  void made(Change change, long at) {
    set(change.key(), change.value().map(value -> new Entry(change.key(), value, at)));
  }

  /** All changes of ours at {@code at} are in. */
  void madeAll(long at) {
    if (at == revision + 1) {
      revision = at;
    }
  }
}
