package io.github.edgewatt.profiler.kafka.track.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.kafka.track.count.Expectation;
import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.count.Sources;
import io.github.edgewatt.profiler.kafka.track.result.TestResults;
import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a terminal shows, to the character. */
class TableViewTest {
  private static final String HEAD =
      "source                                   images   images/s     p50 ms     p99 ms";

  private final StringWriter text = new StringWriter();
  private final Ledger ledger = new Ledger();
  private final Sources sources = new Sources();
  private long nanos;

  private TableView view(UnaryOperator<String> warning) {
    return new TableView(new PrintWriter(text), () -> nanos, warning);
  }

  private void add(TrackedResult result) {
    ledger.add(result);
    sources.add(result);
  }

  private List<String> drawn(TableView view, long seconds, long malformed) {
    nanos += seconds * 1_000_000_000L;
    text.getBuffer().setLength(0);
    view.progress(new Progress(ledger, sources, malformed, Optional.empty()));
    return text.toString().lines().toList();
  }

  @Test
  void aRowAConsumer() {
    TableView view = view(UnaryOperator.identity());
    ledger.expect(Expectation.count(5));
    add(TestResults.timed("10.0.0.7", 1, 5, 1, 3));
    add(TestResults.timed("10.0.0.7", 1, 5, 1, 3));
    add(TestResults.timed("b", 1, Double.NaN, 1, 3));
    assertThat(drawn(view, 2, 0))
        .containsExactly(
            HEAD,
            "10.0.0.7                                      2        1.0       10.0       10.0",
            "b                                             1        0.5          –          –",
            "3 results, 2 missing");
  }

  @Test
  void itIsDrawnOverItselfWithTheRateSinceThen() {
    TableView view = view(UnaryOperator.identity());
    add(TestResults.timed("a", 1, 5, 1, 3));
    assertThat(drawn(view, 1, 0).get(0)).isEqualTo(HEAD);
    for (int i = 0; i < 30; i++) {
      add(TestResults.timed("a", 1, 5, 1, 3));
    }
    List<String> second = drawn(view, 4, 0);
    assertThat(second.get(0)).isEqualTo("\u001b[3A\u001b[J" + HEAD);
    assertThat(second.get(1)).matches("a +31 +7\\.5 +10\\.0 +10\\.0");
    assertThat(second).hasSize(3);
  }

  @Test
  void aLineStaysAboveTheTable() {
    TableView view = view(UnaryOperator.identity());
    view.line("ready");
    assertThat(text).hasToString("ready\n");
    assertThat(drawn(view, 1, 0)).containsExactly(HEAD, "0 results");
    text.getBuffer().setLength(0);
    view.line("Kafka is away");
    view.line("Kafka is back");
    assertThat(text).hasToString("\u001b[2A\u001b[JKafka is away\nKafka is back\n");
    assertThat(drawn(view, 1, 0).get(0)).isEqualTo(HEAD);
  }

  @Test
  void onlyWhatIsWrongIsColoured() {
    TableView view = view(wrong -> "<" + wrong + ">");
    add(TestResults.numbered("7"));
    assertThat(drawn(view, 1, 0)).last().isEqualTo("1 results");
    add(TestResults.numbered("7"));
    add(TestResults.numbered("photo"));
    add(TestResults.timed("a", 1, 2, 3, -4));
    assertThat(drawn(view, 1, 5))
        .last()
        .isEqualTo("4 results<, 1 twice, 1 unknown, 5 malformed, 1 with clocks askew>");
  }

  @Test
  void manyConsumersAndLongNamesFit() {
    TableView view = view(UnaryOperator.identity());
    add(TestResults.timed("x".repeat(100), 1, 5, 1, 3));
    for (int i = 0; i < 30; i++) {
      add(TestResults.timed("pod-" + i, 1, 5, 1, 3));
    }
    List<String> lines = drawn(view, 1, 0);
    assertThat(lines).hasSize(23);
    assertThat(lines.get(1)).startsWith("x".repeat(35) + "… ");
    assertThat(lines.get(21)).isEqualTo("… and 11 more");
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void noTimeHasPassed() {
    TableView view = view(UnaryOperator.identity());
    add(TestResults.timed("a", 1, 5, 1, 3));
    assertThat(drawn(view, 0, 0).get(1)).matches("a +1 +– +10\\.0 +10\\.0");
  }

  @Test
  void rollingFiguresAreNotShown() {
    view(UnaryOperator.identity()).rolling(Map.of());
    assertThat(text.toString()).isEmpty();
  }
}
