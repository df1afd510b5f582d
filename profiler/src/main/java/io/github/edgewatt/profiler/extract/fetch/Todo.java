package io.github.edgewatt.profiler.extract.fetch;

import io.github.edgewatt.profiler.extract.Metric;
import io.github.edgewatt.profiler.extract.Segment;
import io.github.edgewatt.profiler.extract.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a snapshot lacks.
 *
 * @param items in the order in which they are fetched: metric by metric, so that each is soon whole
 */
record Todo(List<Item> items) {
  Todo {
    items = List.copyOf(items);
  }

  /**
   * One piece of work.
   *
   * @param metric of which metric
   * @param segment what is fetched; empty where all is there and only to be handed on
   * @param whole shared by the metric's items
   */
  record Item(Metric metric, Optional<Segment> segment, Whole whole) {}

  /** Tells when the last of a metric's segments has come. */
  static final class Whole {
    private int left;
    private boolean failed;

    private Whole(int left) {
      this.left = left;
    }

    synchronized void ended(boolean success) {
      left--;
      failed |= !success;
    }

    /** Whether all segments came; true for one of the segments only, the last. */
    synchronized boolean isComplete() {
      if (left > 0 || failed) {
        return false;
      }
      failed = true;
      return true;
    }
  }

  static Todo of(Snapshot snapshot, List<Metric> metrics, Consumer consumer) throws IOException {
    List<Item> items = new ArrayList<>();
    List<Segment> segments = snapshot.plan().segments();
    for (Metric metric : metrics) {
      if (consumer.has(metric)) {
        continue;
      }
      List<Segment> held = snapshot.held(metric);
      List<Segment> missing =
          segments.stream().flatMap(segment -> segment.without(held).stream()).toList();
      Whole whole = new Whole(missing.size());
      missing.forEach(segment -> items.add(new Item(metric, Optional.of(segment), whole)));
      if (missing.isEmpty()) {
        items.add(new Item(metric, Optional.empty(), whole));
      }
    }
    return new Todo(items);
  }

  int segments() {
    return (int) items.stream().filter(item -> item.segment().isPresent()).count();
  }
}
