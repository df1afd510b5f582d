package io.github.edgewatt.cluster.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveOptionsTest {
  @TempDir private Path folder;

  private static LiveOptions of(Map<String, String> variables) {
    return LiveOptions.of(new Environment(variables));
  }

  @Test
  void hasThePublishedDefaults() {
    assertThat(of(Map.of())).isEqualTo(LiveOptions.DEFAULTS);
    assertThat(LiveOptions.DEFAULTS.telemetryWindow()).isEqualTo(Duration.ofSeconds(60));
    assertThat(LiveOptions.DEFAULTS.traceWindow()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void readsThePublishedNames() throws IOException {
    Path file = Files.writeString(folder.resolve("graph.json"), "{\"n1\":{\"n2\":12.5,\"n1\":0}}");
    LiveOptions options =
        of(
            Map.of(
                "galileo_context_telemetry_window_size", "30",
                "galileo_context_trace_window_size", "45.5",
                "galileo_context_max_latency", "100",
                "galileo_context_latency_graph_json", file.toString(),
                "galileo_context_clock_skew", "2",
                "galileo_context_max_traces", "10"));
    assertThat(options.telemetryWindow()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.traceWindow()).isEqualTo(Duration.ofMillis(45_500));
    assertThat(options.skew()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.mostTraces()).isEqualTo(10);
    assertThat(options.latencies().millis("n2", "n1")).isEqualTo(12.5);
    assertThat(options.latencies().maxMillis()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "galileo_context_telemetry_window_size, 0",
    "galileo_context_trace_window_size, -5",
    "galileo_context_max_latency, -1",
    "galileo_context_max_samples, 1",
    "galileo_context_max_traces, 0"
  })
  void refusesWhatCannotBeInOneLine(String name, String value) {
    assertThatThrownBy(() -> of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " is '" + value + "': it must be ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"n1\":{\"n2\":    | Unexpected end-of-input",
        "{\"n1\":{\"n2\":-1}} | a latency of -1.0 ms to n2: 0 or more",
        "{\"n1\":{\"n2\":null}} | a latency is null",
        "{\"n1\":null} | a latency is null",
        "[1,2] | Cannot deserialize",
        "{\"n1\":{\"n2\":\"far\"}} | Cannot deserialize",
        "null | it is empty"
      })
  void refusesADamagedGraphInOneLine(String text, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("graph.json"), text);
    assertThatThrownBy(() -> of(Map.of("galileo_context_latency_graph_json", file.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("galileo_context_latency_graph_json is '" + file + "': it must be ")
        .hasMessageContaining("; " + why)
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesAGraphThatIsNotThere() {
    Path file = folder.resolve("absent.json");
    assertThatThrownBy(() -> of(Map.of("galileo_context_latency_graph_json", file.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("; it cannot be read");
  }

  @Test
  void refusesWindowsAndBoundsOfNothing() {
    assertThatThrownBy(() -> LiveOptions.windows(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    Duration window = Duration.ofSeconds(1);
    assertThatThrownBy(
            () -> new LiveOptions(window, window, window, LatencyGraph.EMPTY, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
