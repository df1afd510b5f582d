package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.forecaster.evaluate.Evaluation.Result;
import io.github.edgewatt.forecaster.evaluate.Points.Overload;
import io.github.edgewatt.forecaster.evaluate.Points.Point;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.plot.EvaluationPage;
import io.github.edgewatt.forecaster.plot.Importance;
import io.github.edgewatt.forecaster.plot.OverloadScores;
import io.github.edgewatt.forecaster.plot.Predicted;
import io.github.edgewatt.forecaster.plot.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** An evaluation as a page with charts: tables of all contenders, charts of the first. */
public final class ScorePage {
  private static final double GIGA = 1e9;
  private static final List<String> HEADERS =
      List.of("model", "R2", "worst", "ΔR2", "MAE", "coverage", "worst", "width");

  private ScorePage() {}

  /**
   * The page.
   *
   * @param title what was evaluated
   * @param results at least one; charts show the first
   * @param importance what the first leans on; empty where unknown
   */
  public static EvaluationPage of(
      String title, List<Result> results, List<FeatureImportance> importance) {
    Result first = results.get(0);
    List<TextTable> tables = new ArrayList<>();
    List<Predicted> predicted = new ArrayList<>();
    for (Target target : Target.values()) {
      if (first.all().targets().containsKey(target)) {
        tables.add(table(target, results));
        predicted.add(predicted(target, first.points().of(target)));
      }
    }
    if (first.all().overload().isPresent()) {
      tables.add(overloadTable(results));
    }
    return new EvaluationPage(
        title,
        headline(first),
        tables,
        predicted,
        overload(first.points().overloads()),
        importance.stream().map(ScorePage::importance).toList());
  }

  private static String headline(Result first) {
    List<String> parts = new ArrayList<>();
    first
        .all()
        .targets()
        .forEach(
            (target, score) -> parts.add(target.text() + " R2 " + Numbers.fixed(score.r2(), 3)));
    first
        .all()
        .overload()
        .ifPresent(score -> parts.add("overload AP " + Numbers.fixed(score.averagePrecision(), 3)));
    return "On what was held back, "
        + first.contender()
        + " reaches "
        + String.join(", ", parts)
        + ".";
  }

  private static TextTable table(Target target, List<Result> results) {
    double scale = scale(target);
    List<List<String>> rows = new ArrayList<>();
    for (Result result : results) {
      TargetScore score = result.all().targets().get(target);
      if (score != null) {
        rows.add(
            List.of(
                result.contender(),
                Numbers.fixed(score.r2(), 3),
                Numbers.fixed(score.r2Worst(), 2),
                Numbers.fixed(score.r2Increase(), 3),
                Numbers.significant(score.mae() / scale, 3),
                Numbers.fixed(score.coverage(), 3),
                Numbers.fixed(score.coverageWorst(), 2),
                Numbers.significant(score.width() / scale, 3)));
      }
    }
    String caption = target.text() + ", MAE and width in " + unit(target);
    return new TextTable(caption, HEADERS, 1, rows);
  }

  private static TextTable overloadTable(List<Result> results) {
    List<List<String>> rows = new ArrayList<>();
    for (Result result : results) {
      result
          .all()
          .overload()
          .ifPresent(
              score ->
                  rows.add(
                      List.of(
                          result.contender(),
                          Numbers.fixed(score.averagePrecision(), 3),
                          Numbers.fixed(score.f1(), 3),
                          Numbers.fixed(score.accuracy(), 3),
                          Numbers.fixed(score.brier(), 3),
                          Numbers.fixed(score.calibrationError(), 3),
                          String.format(Locale.ROOT, "%.1f", 100 * score.share()))));
    }
    return new TextTable(
        "overload",
        List.of("model", "AP", "F1", "accuracy", "Brier", "calibration error", "overloaded, %"),
        1,
        rows);
  }

  private static Predicted predicted(Target target, List<Point> points) {
    double scale = scale(target);
    return new Predicted(
        "Node " + target.text() + ", increase over rest",
        unit(target),
        array(points, point -> (point.measured() - point.rest()) / scale),
        array(points, point -> (point.forecast().value() - point.rest()) / scale),
        array(points, point -> (point.forecast().low() - point.rest()) / scale),
        array(points, point -> (point.forecast().high() - point.rest()) / scale),
        points.stream().map(Point::group).toArray(String[]::new));
  }

  private static OverloadScores overload(List<Overload> overloads) {
    boolean[] happened = new boolean[overloads.size()];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = overloads.get(i).overloaded();
    }
    return new OverloadScores(
        overloads.stream().mapToDouble(Overload::probability).toArray(), happened);
  }

  private static Importance importance(FeatureImportance one) {
    double total = Arrays.stream(one.rise()).filter(rise -> rise > 0).sum();
    double[] share =
        Arrays.stream(one.rise()).map(rise -> total > 0 ? Math.max(0, rise) / total : 0).toArray();
    return new Importance("Node " + one.figure(), one.features(), share);
  }

  private static double scale(Target target) {
    return target == Target.RAM ? GIGA : 1;
  }

  private static String unit(Target target) {
    return target == Target.RAM ? "GB" : target.unit();
  }

  private static double[] array(List<Point> points, ToDoubleFunction<Point> figure) {
    return points.stream().mapToDouble(figure).toArray();
  }
}
