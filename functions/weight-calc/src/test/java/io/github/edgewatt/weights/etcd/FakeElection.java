package io.github.edgewatt.weights.etcd;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** etcd's leases and one key, with a clock of the test's. */
final class FakeElection implements Election {
  private final Map<Long, Long> until = new HashMap<>();
  private final Map<Long, Long> lengths = new HashMap<>();
  long nanos;
  boolean away;
  private long next = 100;
  private Optional<Holder> holder = Optional.empty();
  private long holds;

  private void asked() {
    if (away) {
      throw new EtcdException("etcd is away");
    }
    until.values().removeIf(end -> end <= nanos);
    if (holder.isPresent() && !until.containsKey(holds)) {
      holder = Optional.empty();
    }
  }

  @Override
  public Optional<Holder> holder(String key) {
    asked();
    return holder;
  }

  @Override
  public long grant(Duration lease) {
    asked();
    long id = next++;
    until.put(id, nanos + lease.toNanos());
    lengths.put(id, lease.toNanos());
    return id;
  }

  @Override
  public boolean keep(long lease) {
    asked();
    return until.computeIfPresent(lease, (id, end) -> nanos + lengths.get(id)) != null;
  }

  @Override
  public void revoke(long lease) {
    asked();
    until.remove(lease);
    asked();
  }

  @Override
  public Optional<Long> take(String key, String name, long lease) {
    asked();
    if (holder.isPresent()) {
      return Optional.empty();
    }
    holds = lease;
    long revision = next++;
    holder = Optional.of(new Holder(name, revision));
    return Optional.of(revision);
  }

  /** As after a restart: leases begin anew. */
  void renewAll() {
    until.replaceAll((id, end) -> nanos + lengths.get(id));
  }

  /** Somebody removes the key by hand. */
  void removeKey() {
    holder = Optional.empty();
  }
}
