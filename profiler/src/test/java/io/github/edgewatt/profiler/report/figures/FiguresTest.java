package io.github.edgewatt.profiler.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.profiler.report.SampleRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final List<String> PAIR = List.of("env", "shasum");

  @Test
  void comparesAMixWithTheSumOfItsParts() {
    ReportInput input =
        new SampleRun(1)
            .measure(Map.of("env", 20), List.of("env"), 1)
            .measure(Map.of("env", 40), List.of("env"), 1)
            .measure(Map.of("shasum", 40), List.of("shasum"), 1)
            .measure(Map.of("env", 30, "shasum", 20), PAIR, 1)
            .input();
    Figures figures = Figures.of(input);
    MixPoint mix = figures.combinations().get(0).points().get(0);
    double env = (increase(input, 0) + increase(input, 1)) / 2;
    double shasum = increase(input, 2) / 2;
    assertThat(mix.summedPercent()).isEqualTo(env + shasum, within(1e-9));
    assertThat(mix.measuredPercent()).isEqualTo(increase(input, 3), within(1e-9));
    assertThat(mix.extrapolated()).isFalse();
    assertThat(figures.additivity().count()).isEqualTo(1);
    assertThat(figures.additivity().medianRatio()).isEqualTo(mix.ratio());
  }

  @Test
  void marksSumsBeyondWhatWasMeasuredAlone() {
    ReportInput input =
        new SampleRun(1)
            .measure(Map.of("env", 20), List.of("env"), 1)
            .measure(Map.of("shasum", 20), List.of("shasum"), 1)
            .measure(Map.of("env", 30, "shasum", 20), PAIR, 1)
            .skip(new Configuration(PAIR, List.of(20, 20)), "too much")
            .skip(Configuration.solo("env", 50), "too much")
            .input();
    List<MixPoint> points = Figures.of(input).combinations().get(0).points();
    assertThat(points).extracting(MixPoint::extrapolated).containsExactly(true, false);
    assertThat(points.get(1).state()).isEqualTo(State.SKIPPED);
    assertThat(points.get(1).ratio()).isNaN();
  }

  @Test
  void leavesInvalidAndOverloadedMixesOutOfTheMedian() {
    ReportInput input =
        new SampleRun(1)
            .measure(Map.of("env", 20), List.of("env"), 1)
            .measure(Map.of("nmap", 50), List.of("nmap"), 1)
            .measure(Map.of("env", 20, "nmap", 90), List.of("env", "nmap"), 1)
            .measure(Map.of("env", 20, "nmap", 20), List.of("env", "nmap"), 1)
            .judge(3, new Verdict(Verdict.Kind.INVALID, List.of("send lag")))
            .input();
    Figures figures = Figures.of(input);
    assertThat(figures.additivity().count()).isZero();
    assertThat(figures.additivity().medianRatio()).isNaN();
    assertThat(figures.combinations().get(0).count(State.OVERLOAD_ONLY)).isEqualTo(1);
    assertThat(figures.combinations().get(0).count(State.INVALID)).isEqualTo(1);
  }

  @Test
  void namesFunctionsThatWereOnlyMeasuredTogether() {
    Figures figures =
        Figures.of(new SampleRun(1).measure(Map.of("env", 1, "shasum", 1), PAIR, 1).input());
    assertThat(figures.functions()).extracting(FunctionFigures::function).isEqualTo(PAIR);
    assertThat(figures.functions().get(0).absence()).isEqualTo("not measured alone");
    assertThat(figures.combinations().get(0).points().get(0).summedPercent()).isNaN();
  }

  @Test
  void countsWhatCountsAndGroupsWhatWasSkipped() {
    Summary summary = Figures.of(SampleRun.realistic()).summary();
    assertThat(summary.measurements())
        .isEqualTo(summary.valid() + summary.overloadOnly() + summary.invalid());
    assertThat(summary.soloFunctions()).isEqualTo(6);
    assertThat(summary.mixes()).isEqualTo(4);
    assertThat(summary.skipReasons())
        .containsExactly(new Summary.SkipReason("dominated by curl=50 nmap=50", 5));
    assertThat(summary.rejections()).contains("sent 48.7/s of 50/s", "send lag p99 61 ms");
  }

  @Test
  void ordersTheTimeLineByStart() {
    List<TimeBar> bars = Figures.of(SampleRun.realistic()).timeLine();
    for (int i = 1; i < bars.size(); i++) {
      assertThat(bars.get(i).restFrom()).isAfterOrEqualTo(bars.get(i - 1).endedAt());
    }
  }

  private static double increase(ReportInput input, int row) {
    return input.rows().get(row).node().cpuPercent()
        - input.rows().get(row).node().cpuIdlePercent();
  }
}
