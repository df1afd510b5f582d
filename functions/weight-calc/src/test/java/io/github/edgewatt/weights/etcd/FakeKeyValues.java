package io.github.edgewatt.weights.etcd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** etcd's rules of revisions, in memory. */
final class FakeKeyValues implements KeyValues {
  static final Fence FENCE = new Fence("leader", 7);

  final TreeMap<String, Entry> entries = new TreeMap<>();
  final List<List<Change>> commits = new ArrayList<>();
  final List<Integer> read = new ArrayList<>();
  long revision = 10;
  Fence leader = FENCE;

  /** Done before a commit is looked at: somebody else is faster. */
  Runnable before = () -> {};

  /** What a commit's caller sees after it was made. */
  Optional<EtcdException> unanswered = Optional.empty();

  void put(String key, String value) {
    entries.put(key, new Entry(key, value, ++revision));
  }

  void remove(String key) {
    revision++;
    entries.remove(key);
  }

  String value(String key) {
    return entries.get(key).value();
  }

  @Override
  public Listing read(String prefix, long sinceRevision) {
    List<Entry> under =
        entries.values().stream().filter(entry -> entry.key().startsWith(prefix)).toList();
    List<Entry> since =
        under.stream().filter(entry -> entry.modRevision() >= sinceRevision).toList();
    read.add(since.size());
    return new Listing(since, under.size(), revision);
  }

  @Override
  public Committed commit(Fence fence, List<Change> changes) {
    commits.add(changes);
    before.run();
    if (!fence.equals(leader)) {
      throw new LostLeadException();
    }
    Map<String, Optional<Entry>> current = new HashMap<>();
    boolean same = true;
    for (Change change : changes) {
      Optional<Entry> there = Optional.ofNullable(entries.get(change.key()));
      current.put(change.key(), there);
      same &= there.map(Entry::modRevision).orElse(0L) == change.modRevision();
    }
    if (!same) {
      return new Committed.Conflict(current);
    }
    revision++;
    for (Change change : changes) {
      if (change.value().isPresent()) {
        entries.put(change.key(), new Entry(change.key(), change.value().get(), revision));
      } else {
        entries.remove(change.key());
      }
    }
    if (unanswered.isPresent()) {
      throw unanswered.get();
    }
    return new Committed.Done(revision);
  }
}
