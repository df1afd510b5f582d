package io.github.edgewatt.profiler.campaign;

import static io.github.edgewatt.profiler.campaign.Observed.ASSEMBLER;
import static io.github.edgewatt.profiler.campaign.Observed.assembler;
import static io.github.edgewatt.profiler.campaign.Observed.hundred;
import static io.github.edgewatt.profiler.campaign.Observed.millis;
import static io.github.edgewatt.profiler.campaign.Observed.reading;
import static io.github.edgewatt.profiler.campaign.Observed.row;
import static io.github.edgewatt.profiler.campaign.Observed.target;
import static io.github.edgewatt.profiler.campaign.Observed.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.load.TargetResult;
import io.github.edgewatt.profiler.measure.WindowReading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowAssemblerTest {
  @Test
  void whatTheCapDroppedIsAFailureOfTheFunction() {
    MeasurementRow row =
        row(
            Configuration.solo("env", 10),
            reading(30, Double.NaN, "none", Map.of("env", usage(2))),
            target("env", 100, 80, 76, 20, millis(5), millis()));
    FunctionRow env = row.functions().get(0);
    assertThat(env.successRate()).isEqualTo(0.76, within(1e-12));
    assertThat(env.overloaded()).isTrue();
    assertThat(env.detail().dropped()).isEqualTo(20);
    assertThat(row.node().overloaded()).isTrue();
    assertThat(row.verdict())
        .isEqualTo(
            new Verdict(
                Verdict.Kind.OVERLOAD_ONLY,
                List.of("in-flight cap reached, 20 of 100 requests dropped")));
  }

  @Test
  void whatTheGeneratorDidNotSendIsNoFailureOfTheFunctionButSpoilsTheRow() {
    MeasurementRow row =
        row(
            Configuration.solo("env", 10),
            reading(30, Double.NaN, "none", Map.of("env", usage(2))),
            target("env", 100, 80, 80, 0, millis(5), millis()));
    assertThat(row.functions().get(0).successRate()).isEqualTo(1);
    assertThat(row.functions().get(0).overloaded()).isFalse();
    assertThat(row.functions().get(0).detail().sentRate()).isEqualTo(8);
    assertThat(row.verdict())
        .isEqualTo(new Verdict(Verdict.Kind.INVALID, List.of("sent 8.0/s of 10.0/s")));
  }

  @Test
  void aFunctionWithoutLoadSucceedsAndHasNoLatency() {
    MeasurementRow row =
        row(
            new Configuration(List.of("env", "figlet"), List.of(0, 10)),
            reading(30, Double.NaN, "none", Map.of("env", usage(0.1), "figlet", usage(2))),
            target("figlet", 100, 100, 100, 0, millis(5), millis()));
    FunctionRow env = row.functions().get(0);
    assertThat(env.successRate()).isEqualTo(1);
    assertThat(env.cpuPercent()).isEqualTo(1, within(1e-9));
    assertThat(env.ramBytes()).isEqualTo(9e7);
    assertThat(env.detail().due()).isZero();
    assertThat(env.detail().latencyP99Millis()).isNaN();
    assertThat(env.detail().cpuMillisPerRequest()).isNaN();
    assertThat(row.verdict().isValid()).isTrue();
  }

  @Test
  void anIdleMixIsARowLikeAnyOther() {
    MeasurementRow row =
        row(
            new Configuration(List.of("env", "figlet"), List.of(0, 0)),
            reading(2, Double.NaN, "none", Map.of("env", usage(0), "figlet", usage(0))));
    assertThat(row.verdict().isValid()).isTrue();
    assertThat(row.node().overloaded()).isFalse();
    assertThat(row.functions()).allMatch(function -> function.successRate() == 1);
  }

  @Test
  void latenciesCountFailuresWithTheTimeSomebodyWaited() {
    MeasurementRow row =
        row(
            Configuration.solo("env", 1),
            reading(30, Double.NaN, "none", Map.of("env", usage(0.03))),
            target("env", 4, 4, 3, 0, millis(2, 2, 4), millis(10_000)));
    FunctionRow env = row.functions().get(0);
    assertThat(env.detail().latencyP50Millis()).isEqualTo(2, within(0.01));
    assertThat(env.detail().latencyMaxMillis()).isEqualTo(10_000, within(1.0));
    assertThat(env.meanLatencyNanos()).isEqualTo(2.502e9, within(1e6));
    assertThat(env.detail().serviceP99Millis()).as("answered alone").isEqualTo(4, within(0.01));
    assertThat(env.detail().cpuMillisPerRequest()).isEqualTo(10, within(1e-9));
    assertThat(env.detail().sendLagP99Micros()).isEqualTo(100, within(0.01));
  }

  @Test
  void aCrashIsTheFunctionsFault() {
    MeasurementRow row =
        row(
            Configuration.solo("env", 10),
            reading(3, Double.NaN, "none", Map.of()),
            "env exited with 1",
            target("env", 100, 100, 0, 0, millis(), millis(1)));
    assertThat(row.functions().get(0).successRate()).isZero();
    assertThat(row.functions().get(0).cpuPercent()).isNaN();
    assertThat(row.verdict().kind()).isEqualTo(Verdict.Kind.OVERLOAD_ONLY);
    assertThat(row.verdict().reasons()).contains("env exited with 1");
  }

  @Test
  void keepsTheRestAndTheIdleFigures() {
    MeasurementRow row =
        row(
            Configuration.solo("env", 10),
            reading(30, Double.NaN, "none", Map.of("env", usage(2))),
            target("env", 100, 100, 100, 0, millis(5), millis()));
    assertThat(row.node().restSeconds()).isEqualTo(7);
    assertThat(row.node().cpuIdlePercent()).isEqualTo(2);
    assertThat(row.node().cpuPercent()).isEqualTo(30);
    assertThat(row.node().detail().generatorCpuPercent()).isEqualTo(20);
    assertThat(row.startedAt()).isEqualTo(TestRuns.START);
  }

  @Test
  void aGatewaysWorkForTheCallsIsNotSomebodyElses() {
    // 100 calls in 10 s; 2 % idle + 20 % function + 23 % nobody's of 45 %.
    Configuration configuration = Configuration.solo("env", 10);
    WindowReading reading = reading(45, Double.NaN, "none", Map.of("env", usage(2)));
    TargetResult target = target("env", 100, 100, 100, 0, millis(5), millis());
    assertThat(row(assembler(0), configuration, reading, "", target).verdict().reasons())
        .containsExactly("something else used 23 % CPU in the window");
    assertThat(row(assembler(10), configuration, reading, "", target).verdict())
        .isEqualTo(Verdict.valid());
  }

  @Test
  void connectionsLostToAGatewayAreNoOverload() {
    RowAssembler gateway =
        new RowAssembler(new RowAssembler.NodeFacts(2, false, false, 10, true, "none"));
    long[] classes = {0, 0, 40, 0, 0, 0};
    TargetResult lost =
        new TargetResult(
            "env", 100, 100, classes, 0, 60, 0, 0, 0, hundred(5), hundred(5), millis(1), millis(1));
    Configuration env = new Configuration(List.of("env"), List.of(10));
    WindowReading idle = reading(30, Double.NaN, "none", Map.of("env", usage(1)));
    MeasurementRow row = row(gateway, env, idle, "", lost);
    assertThat(row.verdict().kind()).isEqualTo(Verdict.Kind.INVALID);
    assertThat(row.verdict().reasons())
        .containsExactly("60 of 100 calls lost their connection to the gateway");
    WindowReading full = reading(190, Double.NaN, "none", Map.of("env", usage(15)));
    assertThat(row(gateway, env, full, "", lost).verdict().reasons().toString())
        .doesNotContain("gateway");
    assertThat(row(ASSEMBLER, env, idle, "", lost).verdict().reasons().toString())
        .doesNotContain("gateway");
  }
}
