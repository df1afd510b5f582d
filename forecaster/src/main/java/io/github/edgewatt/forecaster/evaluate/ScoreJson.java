package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.evaluate.Evaluation.Result;
import io.github.edgewatt.forecaster.evaluate.Evaluation.Scores;
import io.github.edgewatt.forecaster.feature.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores as a tree of maps for JSON: pooled, by round and by group. Units are base units. */
public final class ScoreJson {
  private ScoreJson() {}

  /** A map a contender, in order. */
  public static List<Map<String, Object>> of(List<Result> results) {
    return results.stream().map(ScoreJson::of).toList();
  }

  private static Map<String, Object> of(Result result) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("model", result.contender());
    tree.put("seconds", number(result.seconds()));
    tree.put("pooled", of(result.all()));
    tree.put("rounds", of(result.rounds()));
    tree.put("groups", of(result.groups()));
    return tree;
  }

  private static Map<String, Object> of(Map<String, Scores> byName) {
    Map<String, Object> tree = new LinkedHashMap<>();
    byName.forEach((name, scores) -> tree.put(name, of(scores)));
    return tree;
  }

  private static Map<String, Object> of(Scores scores) {
    Map<String, Object> tree = new LinkedHashMap<>();
    scores.targets().forEach((target, score) -> tree.put(target.text(), of(target, score)));
    scores.overload().ifPresent(score -> tree.put("overload", of(score)));
    return tree;
  }

  private static Map<String, Object> of(Target target, TargetScore score) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("unit", target.unit());
    tree.put("points", score.points());
    tree.put("r2", number(score.r2()));
    tree.put("r2_median", number(score.r2Median()));
    tree.put("r2_worst", number(score.r2Worst()));
    tree.put("worst_group", score.worstGroup());
    tree.put("r2_increase", number(score.r2Increase()));
    tree.put("r2_of_medians", number(score.r2OfMedians()));
    tree.put("r2_ceiling", number(score.ceiling()));
    tree.put("repeat_deviation", number(score.noise()));
    tree.put("mae", number(score.mae()));
    tree.put("mape_percent", number(score.mapePercent()));
    tree.put("coverage", number(score.coverage()));
    tree.put("coverage_worst", number(score.coverageWorst()));
    tree.put("width", number(score.width()));
    return tree;
  }

  private static Map<String, Object> of(OverloadScore score) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("points", score.points());
    tree.put("share", number(score.share()));
    tree.put("average_precision", number(score.averagePrecision()));
    tree.put("f1", number(score.f1()));
    tree.put("accuracy", number(score.accuracy()));
    tree.put("brier", number(score.brier()));
    tree.put("calibration_error", number(score.calibrationError()));
    return tree;
  }

  /** JSON has no word for what is not a number. */
  private static Double number(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}
