package io.github.edgewatt.collector.window;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that counts of one node at one time.
 *
 * @param usage FPGA time, ms a bucket
 * @param reconfiguration reconfiguration time, ms a bucket
 * @param lastSeen when each bitstream was last in use, Unix time in ms
 * @param loaded the bitstreams loaded, where a client told them
 */
public record Snapshot(
    List<Bucket> usage,
    List<Bucket> reconfiguration,
    NavigableMap<String, Long> lastSeen,
    Optional<Loaded> loaded) {

  /** Nothing counts. */
  public static final Snapshot EMPTY =
      new Snapshot(List.of(), List.of(), new TreeMap<>(), Optional.empty());

  public Snapshot {
    usage = List.copyOf(usage);
    reconfiguration = List.copyOf(reconfiguration);
    lastSeen = Collections.unmodifiableNavigableMap(new TreeMap<>(lastSeen));
  }

  public double usageMillis() {
    return sum(usage);
  }

  public double reconfigurationMillis() {
    return sum(reconfiguration);
  }

  /** What is told to schedulers: the bitstreams loaded, else those lately in use. */
  public Collection<String> bitstreams() {
    return loaded.<Collection<String>>map(Loaded::ids).orElseGet(lastSeen::keySet);
  }

  /** Whether no time counts; what is loaded stays loaded without events. */
  public boolean isIdle() {
    return usage.isEmpty() && reconfiguration.isEmpty() && lastSeen.isEmpty();
  }

  /** What is left when all times have expired. */
  public Snapshot idle() {
    return new Snapshot(List.of(), List.of(), new TreeMap<>(), loaded);
  }

  private static double sum(List<Bucket> buckets) {
    double sum = 0;
    for (Bucket bucket : buckets) {
      sum += bucket.sum();
    }
    return Math.min(sum, Double.MAX_VALUE);
  }
}
