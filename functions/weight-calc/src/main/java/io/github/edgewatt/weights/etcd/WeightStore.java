package io.github.edgewatt.weights.etcd;

import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings etcd to what a round decided: writes what differs, removes what is stale, leaves the rest.
 * Used by one thread.
 */
public final class WeightStore {
  /** Of etcd's 1.5 MiB a request, as shipped. */
  private static final int MOST_BYTES = 512 << 10;

  private static final int MOST_TRIES = 3;

  private final KeyValues store;
  private final Mirror mirror;

  /** Keys of a transaction nobody answered: whether they were written shows only later. */
  private final Set<String> unsure = new HashSet<>();

  WeightStore(KeyValues store) {
    this.store = store;
    mirror = new Mirror(store);
  }

  /**
   * Writes one round. Where etcd fails in the middle, what was written until then is told with the
   * failure; the rest is written by a later round.
   *
   * @param rule which keys may be changed, and which of those without weights are to be removed
   */
  public Written write(Fence fence, List<ZoneWeights> weights, KeyRule rule) {
    Round round = new Round(weights, rule);
    try {
      mirror.refresh();
      round.changes();
      for (List<Change> batch : batches(round.changes)) {
        round.commit(fence, batch);
      }
      unsure.clear();
    } catch (RuntimeException e) {
      mirror.forget();
      return round.written(Optional.of(e));
    }
    return round.written(Optional.empty());
  }

  private static List<List<Change>> batches(List<Change> changes) {
    List<List<Change>> batches = new ArrayList<>();
    List<Change> batch = new ArrayList<>();
    int bytes = 0;
    for (Change change : changes) {
      if (batch.size() == KeyValues.MOST_CHANGES || bytes + change.bytes() > MOST_BYTES) {
        if (!batch.isEmpty()) {
          batches.add(batch);
        }
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(change);
      bytes += change.bytes();
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /** One call of {@link #write}. */
  private final class Round {
    private final Map<String, ZoneWeights> asked = new TreeMap<>();
    private final Map<String, ZoneWeights> wanted = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, ZoneWeights> changed = new LinkedHashMap<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final KeyRule rule;
    private int conflicts;

    Round(List<ZoneWeights> weights, KeyRule rule) {
      this.rule = rule;
      for (ZoneWeights one : weights) {
        WeightKey key = new WeightKey(one.zone(), one.function());
        if (key.usable()) {
          asked.put(key.text(), one);
        } else {
          problems.add(key + ": names with a slash have no place in a key");
        }
      }
    }

    void changes() {
      for (String key : asked.keySet()) {
        Optional<Change> change = change(key);
        change.ifPresent(changes::add);
        if (change.isEmpty() && unsure.contains(key)) {
          changed.put(key, wanted.get(key));
        }
      }
      for (String key : mirror.entries().keySet()) {
        Optional<WeightKey> names = WeightKey.of(key);
        if (!asked.containsKey(key)
            && names.isPresent()
            && rule.stale(names.get().function(), names.get().zone())) {
          change(key).ifPresent(changes::add);
        }
      }
    }

    /** What is to be done to a key as it is now. */
    private Optional<Change> change(String key) {
      Optional<Entry> there = mirror.get(key);
      Map<String, Integer> unknown =
          there.map(one -> WeightValue.weights(one.value())).orElseGet(TreeMap::new);
      unknown.keySet().removeIf(address -> rule.known(List.of(address)));
      Optional<String> value =
          Optional.ofNullable(asked.get(key)).map(one -> want(key, one, unknown));
      boolean as =
          there.isPresent() == value.isPresent()
              && (value.isEmpty() || WeightValue.same(there.get().value(), value.get()));
      if (!unknown.isEmpty()) {
        problems.add(key + ": targets that this process never saw stay in it, " + unknown.size());
        if (value.isEmpty()) {
          return Optional.empty();
        }
      }
      return as
          ? Optional.empty()
          : Optional.of(new Change(key, value, there.map(Entry::modRevision).orElse(0L)));
    }

    /** The value to be written: what was asked, and targets nobody knows as they are. */
    private String want(String key, ZoneWeights one, Map<String, Integer> unknown) {
      ZoneWeights whole = WeightValue.with(one, unknown);
      wanted.put(key, whole);
      return WeightValue.text(whole);
    }

    void commit(Fence fence, List<Change> first) {
      List<Change> batch = first;
      for (int attempt = 0; attempt < MOST_TRIES && !batch.isEmpty(); attempt++) {
        Committed committed;
        try {
          committed = store.commit(fence, batch);
        } catch (EtcdException e) {
          batch.forEach(change -> unsure.add(change.key()));
          throw e;
        }
        if (committed instanceof Committed.Done done) {
          batch.forEach(change -> made(change, done.revision()));
          mirror.madeAll(done.revision());
          return;
        }
        conflicts++;
        ((Committed.Conflict) committed).current().forEach(mirror::set);
        batch = batch.stream().flatMap(change -> change(change.key()).stream()).toList();
      }
      batch.forEach(
          change ->
              problems.add(change.key() + " is being changed by somebody else: left as it is now"));
    }

    private void made(Change change, long revision) {
      mirror.made(change, revision);
      if (change.value().isPresent()) {
        changed.put(change.key(), wanted.get(change.key()));
      } else {
        removed.add(change.key());
      }
    }

    Written written(Optional<RuntimeException> failure) {
      return new Written(new ArrayList<>(changed.values()), removed, conflicts, problems, failure);
    }
  }
}
