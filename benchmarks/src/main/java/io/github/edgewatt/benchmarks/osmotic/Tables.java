package io.github.edgewatt.benchmarks.osmotic;

import java.util.ArrayList;
import java.util.List;

/** Days as tables: over seeds, and the same beside one contender. */
final class Tables {
  private final List<DayResult> days;

  Tables(List<DayResult> days) {
    this.days = List.copyOf(days);
  }

  /** The figures, a Markdown table: mean (least..most) over the seeds. */
  String figures() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| zones | contender | days | p50 ms | p95 ms | p99 ms | failed % | replicas | actions/h | kWh"
            + " | J/request | of it above rest |");
    lines.add("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (int zones : zones()) {
      for (String contender : contenders()) {
        List<DayResult> all = of(zones, contender);
        if (all.isEmpty()) {
          continue;
        }
        lines.add(
            row(
                Integer.toString(zones),
                contender,
                Integer.toString(all.size()),
                Spread.of(all, DayResult::p50Millis).text(1),
                Spread.of(all, DayResult::p95Millis).text(0),
                Spread.of(all, DayResult::p99Millis).text(0),
                Spread.of(all, DayResult::failedPercent).text(3),
                Spread.of(all, DayResult::replicas).text(1),
                Spread.of(all, day -> day.actions() / 24.0).text(1),
                Spread.of(all, DayResult::kilowattHours).text(2),
                Spread.of(all, DayResult::joulesPerRequest).text(2),
                Spread.of(all, DayResult::addedJoulesPerRequest).text(3)));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** How the others differ from {@code base}, seed by seed, in per cent. */
  String beside(String base) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| zones | contender | days | p50 | p95 | p99 | failed, points | J/request | of it above rest"
            + " | replicas |");
    lines.add("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (int zones : zones()) {
      for (String contender : contenders()) {
        List<DayResult> all = shared(of(zones, contender), of(zones, base));
        List<DayResult> than = shared(of(zones, base), all);
        if (contender.equals(base) || all.isEmpty()) {
          continue;
        }
        double[] failed = new double[all.size()];
        for (int i = 0; i < failed.length; i++) {
          failed[i] = all.get(i).failedPercent() - than.get(i).failedPercent();
        }
        lines.add(
            row(
                Integer.toString(zones),
                contender,
                Integer.toString(all.size()),
                Spread.more(all, than, DayResult::p50Millis).signed(),
                Spread.more(all, than, DayResult::p95Millis).signed(),
                Spread.more(all, than, DayResult::p99Millis).signed(),
                Spread.of(failed).text(3),
                Spread.more(all, than, DayResult::joulesPerRequest).signed(),
                Spread.more(all, than, DayResult::addedJoulesPerRequest).signed(),
                Spread.more(all, than, DayResult::replicas).signed()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** The numbers of zones, rising. */
  List<Integer> zones() {
    return days.stream().map(DayResult::zones).distinct().sorted().toList();
  }

  /** The contenders in their order. */
  List<String> contenders() {
    return days.stream().map(DayResult::contender).distinct().toList();
  }

  /** All of them. */
  List<DayResult> days() {
    return days;
  }

  /** The days of one contender, by seed as they were run. */
  List<DayResult> of(int zones, String contender) {
    return days.stream()
        .filter(day -> day.zones() == zones && day.contender().equals(contender))
        .toList();
  }

  /** Those of {@code days} whose seeds {@code others} have too. */
  static List<DayResult> shared(List<DayResult> days, List<DayResult> others) {
    return days.stream()
        .filter(day -> others.stream().anyMatch(other -> other.seed() == day.seed()))
        .toList();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
