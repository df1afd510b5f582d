package io.github.edgewatt.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTableTest {

  @Test
  void alignsNumbersUnderTheirUnits() {
    List<String> lines = lines(SampleRun.realistic());
    assertThat(lines.get(0))
        .matches("function +CPU ms/req +RAM MB +J/req +safe up to +p50 ms +p99 ms +at /s +group");
    assertThat(lines.subList(0, 7)).extracting(String::length).containsOnly(lines.get(0).length());
    assertThat(lines.get(1)).matches("figlet +\\S+ ± \\S+ +\\d+ +\\S+ ± \\S+ +> 50/s.* 50 +LOW");
    assertThat(lines.get(5)).startsWith("nmap").contains(" 60/s ").endsWith("–");
    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .contains("80 rows: 78 valid, 2 invalid (sent 48.7/s of 50/s and 1 more);")
        .endsWith("5 configurations skipped (dominated by curl=50 nmap=50)");
  }

  @Test
  void staysWithinAHundredColumns() {
    String name = "a-function-with-a-name-as-long-as-a-label-may-be-sixty-three-chars";
    ReportInput input =
        new SampleRun(2)
            .measure(Map.of(name, 20), List.of(name), 1)
            .measure(Map.of(name, 20), List.of(name), 2)
            .judge(0, new Verdict(Verdict.Kind.INVALID, List.of("word ".repeat(60).trim())))
            .judge(1, new Verdict(Verdict.Kind.INVALID, List.of("another")))
            .skip(Configuration.solo(name, 50), "reason ".repeat(30).trim())
            .input();
    assertThat(lines(input)).allMatch(line -> line.length() <= 100);
    assertThat(lines(input).get(1)).startsWith("a-function-with-a-nam…");
    assertThat(String.join("\n", lines(input)))
        .contains("has no costs: no valid measurement alone");
    assertThat(lines(SampleRun.realistic())).allMatch(line -> line.length() <= 100);
  }

  @Test
  void saysWhyEnergyIsAbsentOrThatItIsEstimated() {
    SampleRun without =
        new SampleRun(3).withoutPower().measure(Map.of("env", 9), List.of("env"), 1);
    assertThat(lines(without.input())).contains("J/req absent: no RAPL on this machine");
    SampleRun guessed =
        new SampleRun(3).withEstimatedPower().measure(Map.of("env", 9), List.of("env"), 1);
    assertThat(lines(guessed.input())).contains("J/req estimated: RAPL, 1 package");
  }

  @Test
  void saysThatNothingWasMeasured() {
    assertThat(lines(new SampleRun(1).input())).containsExactly("0 rows: 0 valid");
  }

  @Test
  void countsOverloadLabels() {
    SampleRun run = new SampleRun(1).measure(Map.of("nmap", 200), List.of("nmap"), 1);
    assertThat(String.join("\n", lines(run.input())))
        .contains("< 200/s")
        .contains("nmap has no costs: overloaded at every valid rate")
        .contains("1 row: 0 valid, 1 overload-only (node saturated)");
  }

  private static List<String> lines(ReportInput input) {
    return CostTable.lines(Figures.of(input), Map.of("figlet", "LOW"));
  }
}
