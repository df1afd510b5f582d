package io.github.edgewatt.profiler.kafka.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class LinkTest {
  private record Measured(MetricName metricName, Object metricValue) implements Metric {}

  private static final class Connected extends MockConsumer<byte[], byte[]> {
    private final Map<MetricName, Metric> metrics = new HashMap<>();

    Connected() {
      super("latest");
    }

    void measure(String name, String group, Object value) {
      MetricName metric = new MetricName(name, group, "", Map.of());
      metrics.put(metric, new Measured(metric, value));
    }

    @Override
    public synchronized Map<MetricName, Metric> metrics() {
      return metrics;
    }
  }

  private final Connected consumer = new Connected();
  private final Link link = new Link(consumer);

  private Link.Change look(Object connections, long nanos) {
    consumer.measure("connection-count", "consumer-metrics", connections);
    return link.look(nanos);
  }

  @Test
  void tellsEachChangeOnce() {
    assertThat(look(2.0, 1)).isEqualTo(Link.Change.NONE);
    assertThat(look(0.0, 2)).isEqualTo(Link.Change.WENT);
    assertThat(look(0.0, 3)).isEqualTo(Link.Change.NONE);
    assertThat(link.isAway()).isTrue();
    assertThat(link.awaySinceNanos()).isEqualTo(2);
    assertThat(look(1.0, 4)).isEqualTo(Link.Change.CAME_BACK);
    assertThat(look(1.0, 5)).isEqualTo(Link.Change.NONE);
    assertThat(link.isAway()).isFalse();
    assertThat(look(0.0, 6)).isEqualTo(Link.Change.WENT);
    assertThat(link.awaySinceNanos()).isEqualTo(6);
  }

  @Test
  void whatIsNotMeasuredIsNotAway() {
    assertThat(link.look(1)).isEqualTo(Link.Change.NONE);
    consumer.measure("connection-count", "another-group", 0.0);
    assertThat(link.look(2)).isEqualTo(Link.Change.NONE);
    assertThat(look("many", 3)).isEqualTo(Link.Change.NONE);
    assertThat(link.isAway()).isFalse();
  }
}
