package io.github.edgewatt.yolo.consume;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * Which images are in flight, and up to where everything before is done. An offset may be committed
 * only where no earlier one of its partition is in flight.
 */
final class Offsets {
  private final Map<TopicPartition, Progress> partitions = new HashMap<>();

  private static final class Progress {
    private final TreeSet<Long> inFlight = new TreeSet<>();
    private long next;
    private long committed;

    Progress(long first) {
      next = first;
      committed = first;
    }

    long committable() {
      return inFlight.isEmpty() ? next : inFlight.first();
    }
  }

  /** An image was handed out. */
  synchronized void received(TopicPartition partition, long offset) {
    Progress progress = partitions.computeIfAbsent(partition, unseen -> new Progress(offset));
    progress.inFlight.add(offset);
    progress.next = Math.max(progress.next, offset + 1);
  }

  /** Its result is acknowledged. What is of a partition that was taken away is ignored. */
  synchronized void done(TopicPartition partition, long offset) {
    Progress progress = partitions.get(partition);
    if (progress != null) {
      progress.inFlight.remove(offset);
      notifyAll();
    }
  }

  /** What may be committed and is not yet: offsets of the next image to be read. */
  synchronized Map<TopicPartition, Long> committable() {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    partitions.forEach(
        (partition, progress) -> {
          if (progress.committable() > progress.committed) {
            offsets.put(partition, progress.committable());
          }
        });
    return offsets;
  }

  /** These are committed. */
  synchronized void committed(Map<TopicPartition, Long> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          Progress progress = partitions.get(partition);
          if (progress != null) {
            progress.committed = Math.max(progress.committed, offset);
          }
        });
  }

  /** Forgets partitions that are another's now. */
  synchronized void forget(Collection<TopicPartition> gone) {
    partitions.keySet().removeAll(gone);
  }

  /** How many images are in flight. */
  synchronized int inFlight() {
    return partitions.values().stream().mapToInt(progress -> progress.inFlight.size()).sum();
  }

  /** Waits until nothing of these partitions is in flight; false where that takes longer. */
  synchronized boolean await(Collection<TopicPartition> some, long millis)
      throws InterruptedException {
    long giveUp = System.nanoTime() + millis * 1_000_000;
    while (busy(some)) {
      long left = (giveUp - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private boolean busy(Collection<TopicPartition> some) {
    return some.stream()
        .map(partitions::get)
        .anyMatch(progress -> progress != null && !progress.inFlight.isEmpty());
  }
}
