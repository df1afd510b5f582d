package io.github.edgewatt.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The comparison for people. */
final class OutcomeTable {
  static final String HEADER =
      """
      | asked/s | generator | sent/s | count error | lag p50 us | lag p99 us | lag max us | drift ppm | CPU us/request | CPU |
      |--:|---|--:|--:|--:|--:|--:|--:|--:|--:|
      """;

  private OutcomeTable() {}

  static String row(Outcome outcome) {
    String asked = outcome.rate() == 0 ? "max" : String.format(Locale.ROOT, "%.0f", outcome.rate());
    if (outcome.note().equals("not installed")) {
      return "| " + asked + " | " + outcome.tool() + " | not installed |\n";
    }
    ArrivalReport arrivals = outcome.arrivals();
    if (outcome.rate() == 0) {
      return String.format(
          Locale.ROOT,
          "| max | %s | %.0f | | | | | | %.1f | %.0f %% |%n",
          outcome.tool(),
          arrivals.perSecond(),
          outcome.cpuMicrosPerRequest(),
          outcome.cpuPercent());
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.3f | %.4f %% | %.0f | %.0f | %.0f | %.1f | %.1f | %.1f %% |%n",
        asked,
        outcome.tool(),
        arrivals.perSecond(),
        outcome.countErrorPercent(),
        arrivals.lagP50Micros(),
        arrivals.lagP99Micros(),
        arrivals.lagMaxMicros(),
        arrivals.driftPpm(),
        outcome.cpuMicrosPerRequest(),
        outcome.cpuPercent());
  }

  /** Our bars, and whether this run met them. */
  static String verdicts(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder("\n");
    for (Outcome ours : outcomes) {
      if (ours.tool().equals("edgewatt") && ours.rate() > 0) {
        bar(text, ours, "count error <= 0.01 %", ours.countErrorPercent() <= 0.01);
        bar(text, ours, "lag p99 <= 400 us", ours.arrivals().lagP99Micros() <= 400);
        if (ours.rate() >= 500) {
          find(outcomes, "k6", ours.rate())
              .ifPresent(
                  k6 ->
                      bar(
                          text,
                          ours,
                          "CPU/request below k6's",
                          ours.cpuMicrosPerRequest() < k6.cpuMicrosPerRequest()));
        }
      }
    }
    find(outcomes, "edgewatt", 0)
        .ifPresent(
            ours ->
                find(outcomes, "wrk", 0)
                    .ifPresent(
                        wrk -> {
                          double share = ours.arrivals().perSecond() / wrk.arrivals().perSecond();
                          bar(
                              text,
                              ours,
                              String.format(
                                  Locale.ROOT, "%.0f %% of wrk -t1, bar 35 %%", share * 100),
                              share >= 0.35);
                        }));
    return text.toString();
  }

  /** Nothing for a tool that is not installed. */
  private static Optional<Outcome> find(List<Outcome> outcomes, String tool, double rate) {
    return outcomes.stream()
        .filter(
            each ->
                each.tool().equals(tool)
                    && each.rate() == rate
                    && !each.note().equals("not installed"))
        .findFirst();
  }

  private static void bar(StringBuilder text, Outcome ours, String bar, boolean met) {
    text.append(met ? "ok    " : "MISSED ")
        .append(ours.rate() == 0 ? "max" : String.format(Locale.ROOT, "%.0f/s", ours.rate()))
        .append(": ")
        .append(bar)
        .append('\n');
  }
}
