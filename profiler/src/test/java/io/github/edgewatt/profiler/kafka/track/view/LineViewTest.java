package io.github.edgewatt.profiler.kafka.track.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.count.RollingWindow.Figures;
import io.github.edgewatt.profiler.kafka.track.count.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What goes to files and pipes, to the character. */
class LineViewTest {
  private final StringWriter text = new StringWriter();
  private final LineView view = new LineView(new PrintWriter(text));

  @Test
  void aWindowIsOneLineOfJson() {
    view.rolling(
        new TreeMap<>(
            Map.of(
                "b", new Figures(3, 10, 60, 30, 50),
                "a", new Figures(1, 20.25, 20.25, 20.25, 29.123_456))));
    view.line("ready");
    assertThat(text)
        .hasToString(
            """
            {"a":{"n":1,"min":20.25,"max":20.25,"avg":20.25,"avg_total":29.123},\
            "b":{"n":3,"min":10.0,"max":60.0,"avg":30.0,"avg_total":50.0}}
            ready
            """);
  }

  @Test
  void unknownNumbersAreNull() {
    view.rolling(
        Map.of("a", new Figures(2, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, -1.5)));
    view.line("");
    assertThat(text.toString().lines())
        .containsExactly(
            "{\"a\":{\"n\":2,\"min\":null,\"max\":null,\"avg\":null,\"avg_total\":-1.5}}", "");
  }

  @Test
  void namesAreEscaped() {
    view.rolling(Map.of("a\"b", new Figures(1, 1, 1, 1, 1)));
    view.line("end");
    assertThat(text.toString()).startsWith("{\"a\\\"b\":{\"n\":1,");
  }

  @Test
  void progressIsNotRepeated() {
    view.progress(new Progress(new Ledger(), new Sources(), 0, Optional.empty()));
    view.line("end");
    assertThat(text.toString().lines()).containsExactly("end");
  }
}
