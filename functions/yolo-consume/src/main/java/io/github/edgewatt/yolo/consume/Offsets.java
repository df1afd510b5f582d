package io.github.edgewatt.yolo.consume;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Which images are in flight, and up to where everything before is done. An offset may be committed
 * only where no earlier one of its partition is in flight.
 */
final class Offsets {
  private final Map<TopicPartition, Progress> partitions = new HashMap<>();
  private boolean ended;

  private static final class Progress {
    private final TreeSet<Long> inFlight = new TreeSet<>();
    private final TreeMap<Long, CompletableFuture<Void>> waiting = new TreeMap<>();
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

  /**
   * Its result is acknowledged.
   *
   * @return done once its offset is committed; at once where its partition is another's by now
   */
  synchronized CompletableFuture<Void> done(TopicPartition partition, long offset) {
    Progress progress = partitions.get(partition);
    if (progress == null || !progress.inFlight.remove(offset)) {
      return CompletableFuture.completedFuture(null);
    }
    notifyAll();
    return progress.waiting.computeIfAbsent(offset, unseen -> new CompletableFuture<>());
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
  void committed(Map<TopicPartition, Long> offsets) {
    List<CompletableFuture<Void>> over = new ArrayList<>();
    synchronized (this) {
      offsets.forEach(
          (partition, offset) -> {
            Progress progress = partitions.get(partition);
            if (progress != null) {
              progress.committed = Math.max(progress.committed, offset);
              Map<Long, CompletableFuture<Void>> before = progress.waiting.headMap(offset);
              over.addAll(before.values());
              before.clear();
            }
          });
    }
    over.forEach(one -> one.complete(null));
  }

  /** Forgets partitions that are another's now. */
  void forget(Collection<TopicPartition> gone) {
    List<CompletableFuture<Void>> over = new ArrayList<>();
    synchronized (this) {
      for (TopicPartition partition : gone) {
        Progress progress = partitions.remove(partition);
        if (progress != null) {
          over.addAll(progress.waiting.values());
        }
      }
    }
    over.forEach(one -> one.complete(null));
  }

  /** How many images are in flight. */
  synchronized int inFlight() {
    return partitions.values().stream().mapToInt(progress -> progress.inFlight.size()).sum();
  }

  /** Nobody works any more: what is in flight stays so, and is not waited for. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Waits until nothing of these partitions is in flight; false where that takes longer. */
  synchronized boolean await(Collection<TopicPartition> some, long millis)
      throws InterruptedException {
    long giveUp = System.nanoTime() + millis * 1_000_000;
    while (!ended && busy(some)) {
      long left = (giveUp - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Whether something of these partitions is in flight. */
  synchronized boolean busy(Collection<TopicPartition> some) {
    return some.stream()
        .map(partitions::get)
        .anyMatch(progress -> progress != null && !progress.inFlight.isEmpty());
  }
}
