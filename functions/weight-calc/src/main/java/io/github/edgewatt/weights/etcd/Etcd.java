package io.github.edgewatt.weights.etcd;

import java.time.Duration;
import java.util.function.LongSupplier;

/** An etcd cluster: weights and an election in it. */
public final class Etcd implements AutoCloseable {
  private final EtcdConnection connection;

  /** Connects when first needed; the cluster may be away. */
  public Etcd(EtcdSettings settings) {
    connection = new EtcdConnection(settings);
  }

  /** The weights, for one thread. */
  public WeightStore weights() {
    return new WeightStore(new JetcdKeyValues(connection));
  }

  /**
   * An election; it begins with {@link EtcdLeadership#start}.
   *
   * @param key what its leader holds
   * @param name this process among all; unique
   * @param lease whole seconds, 2 or more
   * @param nanos as {@link System#nanoTime}
   */
  public EtcdLeadership election(String key, String name, Duration lease, LongSupplier nanos) {
    return new EtcdLeadership(new JetcdElection(connection), key, name, lease, nanos);
  }

  @Override
  public void close() {
    connection.close();
  }
}
