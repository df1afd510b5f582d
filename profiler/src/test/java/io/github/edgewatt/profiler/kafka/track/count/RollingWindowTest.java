package io.github.edgewatt.profiler.kafka.track.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.kafka.track.count.RollingWindow.Figures;
import io.github.edgewatt.profiler.kafka.track.result.TestResults;
import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The published rolling figures. */
class RollingWindowTest {
  private static Optional<Map<String, Figures>> add(RollingWindow window, TrackedResult result) {
    return window.add(result.source(), result.inf(), result.total());
  }

  @Test
  void eachConsumersShareOfAWindow() {
    RollingWindow window = new RollingWindow(4);
    assertThat(add(window, TestResults.timed("b", 1, 10, 2, 7))).isEmpty();
    assertThat(add(window, TestResults.timed("a", 1, 30, 2, 100))).isEmpty();
    assertThat(add(window, TestResults.timed("b", 3, 20, 4, 13))).isEmpty();
    // avg_total is the mean of inf + pre + post + queue: (20 + 40 + 90) / 3.
    assertThat(add(window, TestResults.timed("b", 0, 60, 0, 30)))
        .hasValue(
            Map.of("a", new Figures(1, 30, 30, 30, 133), "b", new Figures(3, 10, 60, 30, 50)));
  }

  @Test
  void figuresComeSortedByName() {
    RollingWindow window = new RollingWindow(3);
    window.add("c", 1, 1);
    window.add("a", 1, 1);
    assertThat(window.add("b", 1, 1).orElseThrow().keySet()).containsExactly("a", "b", "c");
  }

  @Test
  void aWindowForgetsTheOneBefore() {
    RollingWindow window = new RollingWindow(2);
    window.add("a", 1_000, 2_000);
    assertThat(window.add("b", 5, 6)).isPresent();
    assertThat(window.add("b", 7, 8)).isEmpty();
    assertThat(window.add("b", 9, 11)).hasValue(Map.of("b", new Figures(2, 7, 9, 8, 9.5)));
  }

  @Test
  void aWindowOfOne() {
    RollingWindow window = new RollingWindow(1);
    assertThat(window.add("a", 2, 3)).hasValue(Map.of("a", new Figures(1, 2, 2, 2, 3)));
    assertThat(window.add("a", 4, 5)).hasValue(Map.of("a", new Figures(1, 4, 4, 4, 5)));
  }

  @Test
  void whatIsUnknownIsCountedButNotAveraged() {
    RollingWindow window = new RollingWindow(3);
    window.add("a", Double.NaN, Double.NaN);
    window.add("a", 10, Double.NaN);
    assertThat(window.add("a", 20, 30)).hasValue(Map.of("a", new Figures(3, 10, 20, 15, 30)));
    window.add("b", Double.NaN, Double.NaN);
    window.add("c", Double.NaN, 8);
    assertThat(window.add("c", Double.NaN, 10))
        .hasValue(
            Map.of(
                "b", new Figures(1, Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                "c", new Figures(2, Double.NaN, Double.NaN, Double.NaN, 9)));
  }

  @Test
  void clocksAskewAreNotHidden() {
    RollingWindow window = new RollingWindow(1);
    assertThat(add(window, TestResults.timed("a", 1, 2, 3, -106)))
        .hasValue(Map.of("a", new Figures(1, 2, 2, 2, -100)));
  }
}
