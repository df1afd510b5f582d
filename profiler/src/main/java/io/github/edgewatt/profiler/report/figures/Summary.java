package io.github.edgewatt.profiler.report.figures;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many measurements a run has and how many of them count.
 *
 * @param measurements rows
 * @param valid rows that serve for everything
 * @param overloadOnly rows that serve as overload labels
 * @param invalid rows that serve for nothing
 * @param soloFunctions functions measured alone
 * @param mixes combinations measured
 * @param mixConfigurations different configurations measured in them
 * @param skipped configurations skipped
 * @param skipReasons how many were skipped for which reason, most frequent first
 * @param rejections reasons of the rows that are not valid, each once, in order
 */
public record Summary(
    int measurements,
    int valid,
    int overloadOnly,
    int invalid,
    int soloFunctions,
    int mixes,
    int mixConfigurations,
    int skipped,
    List<SkipReason> skipReasons,
    List<String> rejections) {
  public Summary {
    skipReasons = List.copyOf(skipReasons);
    rejections = List.copyOf(rejections);
  }

  /** A reason and how many configurations it cost. */
  public record SkipReason(String reason, int count) {}

  static Summary of(ReportInput input) {
    Set<List<String>> solo = new LinkedHashSet<>();
    Set<List<String>> mixes = new LinkedHashSet<>();
    Set<Configuration> configurations = new LinkedHashSet<>();
    Set<String> rejections = new LinkedHashSet<>();
    for (MeasurementRow row : input.rows()) {
      Configuration configuration = row.configuration();
      if (row.kind() == MeasurementRow.Kind.SOLO) {
        solo.add(configuration.functions());
      } else {
        mixes.add(configuration.functions());
        configurations.add(configuration);
      }
      if (!row.verdict().isValid()) {
        rejections.addAll(row.verdict().reasons());
      }
    }
    return new Summary(
        input.rows().size(),
        count(input.rows(), Verdict.Kind.VALID),
        count(input.rows(), Verdict.Kind.OVERLOAD_ONLY),
        count(input.rows(), Verdict.Kind.INVALID),
        solo.size(),
        mixes.size(),
        configurations.size(),
        input.skipped().size(),
        skipReasons(input.skipped()),
        List.copyOf(rejections));
  }

  private static int count(List<MeasurementRow> rows, Verdict.Kind kind) {
    return (int) rows.stream().filter(row -> row.verdict().kind() == kind).count();
  }

  private static List<SkipReason> skipReasons(List<ReportInput.Skipped> skipped) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    skipped.forEach(entry -> counts.merge(entry.reason(), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(entry -> new SkipReason(entry.getKey(), entry.getValue()))
        .toList();
  }
}
