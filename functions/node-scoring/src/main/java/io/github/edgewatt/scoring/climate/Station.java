package io.github.edgewatt.scoring.climate;

import java.util.Optional;

/** One node's exporter: its newest readings and when it is read next. */
final class Station implements Comparable<Station> {
  private final String node;
  private final String address;
  private volatile Optional<Climate> climate;
  private int failures;

  /** Changes only while the station is in no queue. */
  private long dueNanos;

  Station(String node, String address, Optional<Climate> climate, long dueNanos) {
    this.node = node;
    this.address = address;
    this.climate = climate;
    this.dueNanos = dueNanos;
  }

  String node() {
    return node;
  }

  String address() {
    return address;
  }

  Optional<Climate> climate() {
    return climate;
  }

  boolean isDue(long nowNanos) {
    return nowNanos - dueNanos >= 0;
  }

  void due(long nanos) {
    dueNanos = nanos;
  }

  /** The readings came. */
  void succeeded(Climate fresh) {
    climate = Optional.of(fresh);
    failures = 0;
  }

  /** None came: the old ones stay with their own time. Gives how often in a row that was. */
  int failed() {
    failures++;
    return failures;
  }

  @Override
  public int compareTo(Station other) {
    return Long.signum(dueNanos - other.dueNanos);
  }
}
