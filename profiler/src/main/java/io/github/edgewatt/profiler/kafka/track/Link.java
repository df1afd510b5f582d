package io.github.edgewatt.profiler.kafka.track;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Whether the broker is there: the client itself goes on trying and says nothing. */
final class Link {
  private final Consumer<byte[], byte[]> consumer;
  private boolean away;
  private long awaySinceNanos;

  /** What changed since the last look. */
  enum Change {
    NONE,
    WENT,
    CAME_BACK
  }

  Link(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  Change look(long nanos) {
    boolean gone = connections() == 0;
    if (gone == away) {
      return Change.NONE;
    }
    away = gone;
    awaySinceNanos = nanos;
    return gone ? Change.WENT : Change.CAME_BACK;
  }

  boolean isAway() {
    return away;
  }

  long awaySinceNanos() {
    return awaySinceNanos;
  }

  private double connections() {
    for (var entry : consumer.metrics().entrySet()) {
      MetricName name = entry.getKey();
      if (name.name().equals("connection-count") && name.group().equals("consumer-metrics")) {
        Metric metric = entry.getValue();
        return metric.metricValue() instanceof Number count ? count.doubleValue() : 1;
      }
    }
    return 1;
  }
}
