package io.github.edgewatt.profiler.kafka.track.count;

import static io.github.edgewatt.profiler.kafka.track.result.TestResults.BARE;
import static io.github.edgewatt.profiler.kafka.track.result.TestResults.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SourcesTest {
  private final Sources sources = new Sources();

  @Test
  void eachConsumersResultsAndAllOfThem() {
    sources.add(timed("b", 1, 20, 2, 7));
    sources.add(timed("a", 1, 50, 2, 47));
    assertThat(sources.add(timed("b", 1, 40, 2, 17))).isEqualTo("b");
    assertThat(sources.bySource()).containsOnlyKeys("b", "a");
    assertThat(sources.bySource().get("b").received()).isEqualTo(2);
    assertThat(sources.bySource().get("b").latencies().percentile(50)).isCloseTo(30, within(0.3));
    assertThat(sources.bySource().get("b").latencies().percentile(99)).isCloseTo(60, within(0.6));
    assertThat(sources.all().count()).isEqualTo(3);
    assertThat(sources.all().max()).isCloseTo(100, within(0.1));
    assertThat(sources.skewed()).isZero();
    assertThat(sources.worstSkewMillis()).isZero();
  }

  @Test
  void clocksAskewAreTold() {
    sources.add(timed("a", 1, 1, 1, -5));
    sources.add(timed("a", 1, 1, 1, -12.5));
    sources.add(timed("a", 1, 1, 1, 0));
    assertThat(sources.skewed()).isEqualTo(2);
    assertThat(sources.worstSkewMillis()).isEqualTo(12.5);
  }

  @Test
  void fromTheFirstSentToTheLastDone() {
    assertThat(sources.firstMillis()).isNaN();
    sources.add(BARE);
    assertThat(sources.firstMillis()).isNaN();
    assertThat(sources.lastMillis()).isNaN();
    sources.add(timed("a", 1, 20, 2, 7));
    sources.add(timed("a", 1, 2, 2, 7));
    sources.add(BARE);
    assertThat(sources.firstMillis()).isEqualTo(1_700_000_000_000.0);
    assertThat(sources.lastMillis()).isEqualTo(1_700_000_000_030.0);
  }

  @Test
  void furtherConsumersShareAnEntry() {
    for (int i = 0; i < Sources.MOST + 50; i++) {
      String counted = sources.add(timed("pod-" + i, 1, 1, 1, 1));
      assertThat(counted).isEqualTo(i < Sources.MOST ? "pod-" + i : "others");
    }
    assertThat(sources.bySource()).hasSize(Sources.MOST + 1);
    assertThat(sources.bySource().get(Sources.OTHERS).received()).isEqualTo(50);
    assertThat(sources.add(timed("pod-3", 1, 1, 1, 1))).isEqualTo("pod-3");
    assertThat(sources.all().count()).isEqualTo(Sources.MOST + 51);
  }
}
