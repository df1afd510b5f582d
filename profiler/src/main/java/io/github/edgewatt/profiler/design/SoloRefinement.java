package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.forecaster.profile.SoloProfile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rate to measure next for one function alone, after the maximum: the knee by bisection where
 * it overloads, a few lower rates where it does not, then repeats.
 */
final class SoloRefinement {
  private SoloRefinement() {}

  /** The next measurement worth having, or empty when the profile is good enough. */
  static Optional<Step.Measure> next(DesignPlan plan, String function, History history) {
    SoloProfile profile = SoloProfile.of(function, history.rows());
    if (profile.lowestOverloadedRate().isPresent()) {
      int safe = profile.highestSafeRate();
      int overloaded = profile.lowestOverloadedRate().getAsInt();
      if (overloaded - safe > Math.max(1, plan.step())) {
        Optional<Step.Measure> middle = once(function, (safe + overloaded) / 2, history);
        if (middle.isPresent()) {
          return middle;
        }
      }
    }
    int top = profile.highestSafeRate();
    for (int rate : ladder(top)) {
      Optional<Step.Measure> rung = once(function, rate, history);
      if (rung.isPresent()) {
        return rung;
      }
    }
    for (int rate : descending(top)) {
      Configuration configuration = Configuration.solo(function, rate);
      if (!history.complete(Kind.SOLO, configuration, plan.repeats())
          && !RepeatNoise.preciseEnough(history, Kind.SOLO, configuration)) {
        int repeat = history.attempts(Kind.SOLO, configuration) + 1;
        return Optional.of(new Step.Measure(Kind.SOLO, configuration, repeat));
      }
    }
    return Optional.empty();
  }

  private static Optional<Step.Measure> once(String function, int rate, History history) {
    Configuration configuration = Configuration.solo(function, rate);
    if (history.complete(Kind.SOLO, configuration, 1)) {
      return Optional.empty();
    }
    int repeat = history.attempts(Kind.SOLO, configuration) + 1;
    return Optional.of(new Step.Measure(Kind.SOLO, configuration, repeat));
  }

  /** Lower rates that show whether the cost per request changes with the rate. */
  private static Set<Integer> ladder(int top) {
    Set<Integer> rates = new LinkedHashSet<>(List.of(top / 2, top / 4));
    rates.removeIf(rate -> rate < 1);
    return rates;
  }

  private static Set<Integer> descending(int top) {
    Set<Integer> rates = new LinkedHashSet<>(List.of(top));
    rates.addAll(ladder(top));
    rates.removeIf(rate -> rate < 1);
    return rates;
  }
}
