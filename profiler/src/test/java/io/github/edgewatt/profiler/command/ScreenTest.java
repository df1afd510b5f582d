package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.profiler.SimulatedNode;
import io.github.edgewatt.profiler.design.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final SimulatedNode node = new SimulatedNode(Map.of("env", 2.0, "curl", 8.0), 2, 0, 1);
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  private Screen screen(int rows, boolean terminal, boolean coloured) {
    return new Screen(out, Outlook.ofCount(6, 10), rows, terminal, coloured);
  }

  private List<String> lines() {
    return text.toString().lines().toList();
  }

  @Test
  void plainLinesWhereThereIsNoTerminal() {
    Screen screen = screen(0, false, false);
    Configuration env = Configuration.solo("env", 50);
    screen.deploying(List.of("env"));
    screen.measuring(new Step.Measure(Kind.SOLO, env, 1), 1);
    screen.measured(node.measure(Kind.SOLO, env, 1), 10);
    screen.clear();
    assertThat(lines())
        .containsExactly(
            "solo     1/6 env=50                                 50.0/s of 50 sent, p99 4.0 ms,"
                + " 15.0 % CPU, valid  eta at most 50s");
  }

  @Test
  void aResumedRunCountsOn() {
    Screen screen = screen(4, false, false);
    screen.measured(node.measure(Kind.SOLO, Configuration.solo("env", 50), 1), 50);
    assertThat(lines().get(0)).startsWith("solo     5/6 ").endsWith("eta at most 10s");
  }

  @Test
  void aTerminalShowsWhatGoesOnAndRemovesIt() {
    Screen screen = screen(3, true, false);
    Configuration mix = new Configuration(List.of("env", "curl"), List.of(10, 20));
    screen.deploying(List.of("env", "curl"));
    screen.measuring(new Step.Measure(Kind.MIX, mix, 1), 30);
    screen.clear();
    assertThat(text.toString())
        .isEqualTo(
            "\r\u001b[Kdeploying and warming env, curl"
                + "\r\u001b[Kmix    env=10 curl=20  ██████████░░░░░░░░░░  eta at most 30s"
                + "\r\u001b[K");
  }

  @Test
  void verdictsHaveTheirReasonAndColour() {
    Screen screen = screen(0, false, true);
    Configuration mix = new Configuration(List.of("env", "curl"), List.of(10, 500));
    screen.measured(node.measure(Kind.MIX, mix, 1), 10);
    screen.measured(
        node.measure(
            Kind.MIX, mix, 2, new Verdict(Verdict.Kind.OVERLOAD_ONLY, List.of("cap reached"))),
        20);
    screen.measured(
        node.measure(Kind.MIX, mix, 3, new Verdict(Verdict.Kind.INVALID, List.of("send lag"))), 30);
    screen.warned("curl was not ready");
    assertThat(lines().get(0)).contains("\u001b[32mvalid\u001b[0m (overloaded)");
    assertThat(lines().get(1)).contains("\u001b[33moverload-only: cap reached\u001b[0m");
    assertThat(lines().get(2)).contains("\u001b[31minvalid: send lag\u001b[0m");
    assertThat(lines().get(3)).isEqualTo("\u001b[33mwarning  curl was not ready\u001b[0m");
  }

  @Test
  void onlyTheFirstSkipsFillTheScreen() {
    Screen screen = screen(0, false, false);
    for (int i = 0; i < 50; i++) {
      screen.skipped(Configuration.solo("env", i), "dominated by env=0");
    }
    assertThat(lines()).hasSize(4);
    assertThat(lines().get(0)).isEqualTo("skip   env=0: dominated by env=0");
  }
}
