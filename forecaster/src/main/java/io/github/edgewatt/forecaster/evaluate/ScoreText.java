package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.evaluate.Evaluation.Result;
import io.github.edgewatt.forecaster.evaluate.Evaluation.Scores;
import io.github.edgewatt.forecaster.feature.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores as text for the screen. */
public final class ScoreText {
  private static final double GIGA = 1e9;

  private static final List<String> LEGEND =
      List.of(
          "R2        over all measurements held back; median and worst: of a combination on its node",
          "ΔR2       R2 of the increase over rest; medians: R2 against the median of the repeats",
          "MAE       mean absolute error; MAPE%: in percent of the measured, at least of that at rest",
          "cover     share of measurements between the 5 % and 95 % bounds, 0.9 at best; its worst",
          "          combination; width: mean distance of the bounds",
          "AP, F1    average precision; F1 and accuracy at the threshold chosen on training data",
          "Brier     mean squared distance of probability and outcome; calib.: of probability and",
          "          share over ten bins; share: of measurements that overloaded");

  private ScoreText() {}

  /** A line on one round. */
  static String progress(String contender, String round, Scores scores, double seconds) {
    TargetScore cpu = scores.targets().get(Target.CPU);
    String r2 = cpu == null ? "no CPU" : String.format(Locale.ROOT, "cpu R2 %.3f", cpu.r2());
    String ap =
        scores
            .overload()
            .map(o -> String.format(Locale.ROOT, ", overload AP %.2f", o.averagePrecision()))
            .orElse("");
    return String.format(Locale.ROOT, "%s  %s: %s%s  (%.0f s)", contender, round, r2, ap, seconds);
  }

  /** A table a figure, contenders below each other; lines without line ends. */
  public static List<String> table(List<Result> results) {
    List<String> lines = new ArrayList<>();
    for (Target target : Target.values()) {
      if (results.stream().noneMatch(one -> one.all().targets().containsKey(target))) {
        lines.add(target.text() + ": no usable figures in the data");
        lines.add("");
        continue;
      }
      String unit = target == Target.RAM ? "GB" : target.unit();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-32s %6s %6s %6s %6s %7s %7s %7s %6s %6s %8s",
              target.text() + " [" + unit + "]",
              "R2",
              "median",
              "worst",
              "ΔR2",
              "medians",
              "MAE",
              "MAPE%",
              "cover",
              "worst",
              "width"));
      TargetScore last = null;
      for (Result result : results) {
        TargetScore score = result.all().targets().get(target);
        if (score != null) {
          lines.add(line(result.contender(), target, score));
          last = score;
        }
      }
      if (last != null && Double.isFinite(last.noise())) {
        lines.add(noise(target, last));
      }
      roundMeans(results, target, lines);
      lines.add("");
    }
    if (results.stream().allMatch(one -> one.all().overload().isEmpty())) {
      lines.add("overload: nothing to learn it from in the data");
      return lines;
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%-32s %6s %6s %8s %6s %6s %9s",
            "overload",
            "AP",
            "F1",
            "accuracy",
            "Brier",
            "calib.",
            "share"));
    for (Result result : results) {
      result.all().overload().ifPresent(score -> lines.add(line(result.contender(), score)));
      overloadRounds(result, lines);
    }
    return lines;
  }

  /** What the columns of {@link #table} mean. */
  public static List<String> legend() {
    return LEGEND;
  }

  private static String line(String name, Target target, TargetScore score) {
    double scale = target == Target.RAM ? GIGA : 1;
    return String.format(
        Locale.ROOT,
        "  %-30s %6.3f %6.3f %6.2f %6.3f %7.3f %7.3g %7.1f %6.3f %6.2f %8.3g",
        name,
        score.r2(),
        score.r2Median(),
        score.r2Worst(),
        score.r2Increase(),
        score.r2OfMedians(),
        score.mae() / scale,
        score.mapePercent(),
        score.coverage(),
        score.coverageWorst(),
        score.width() / scale);
  }

  private static String noise(Target target, TargetScore score) {
    double scale = target == Target.RAM ? GIGA : 1;
    return String.format(
        Locale.ROOT,
        "  %-30s %6.3f  (standard deviation of repeats: %.3g)",
        "repeat noise allows",
        score.ceiling(),
        score.noise() / scale);
  }

  private static void roundMeans(List<Result> results, Target target, List<String> lines) {
    for (Result result : results) {
      List<Double> r2 = new ArrayList<>();
      for (Map.Entry<String, Scores> round : result.rounds().entrySet()) {
        TargetScore score = round.getValue().targets().get(target);
        if (score != null && Double.isFinite(score.r2())) {
          r2.add(score.r2());
        }
      }
      if (r2.size() > 1) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  %-30s mean %.3f, worst %.3f over %d rounds",
                result.contender(),
                r2.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                r2.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                r2.size()));
      }
    }
  }

  private static String line(String name, OverloadScore score) {
    return String.format(
        Locale.ROOT,
        "  %-30s %6.3f %6.3f %8.3f %6.3f %6.3f %7.1f %%",
        name,
        score.averagePrecision(),
        score.f1(),
        score.accuracy(),
        score.brier(),
        score.calibrationError(),
        100 * score.share());
  }

  private static void overloadRounds(Result result, List<String> lines) {
    double[] ap =
        result.rounds().values().stream()
            .flatMap(scores -> scores.overload().stream())
            .mapToDouble(OverloadScore::averagePrecision)
            .filter(Double::isFinite)
            .toArray();
    if (ap.length > 1) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-30s mean AP %.3f, worst %.3f over %d rounds",
              result.contender(),
              java.util.Arrays.stream(ap).average().orElseThrow(),
              java.util.Arrays.stream(ap).min().orElseThrow(),
              ap.length));
    }
  }
}
