package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.energy.ContainerLabels;
import io.github.edgewatt.profiler.energy.ExporterMeter;
import io.github.edgewatt.profiler.energy.ExporterMeter.Form;
import io.github.edgewatt.profiler.energy.ExporterMeter.Own;
import io.github.edgewatt.profiler.energy.PartialSeries;
import io.github.edgewatt.profiler.measure.prometheus.SampleSeries;
import io.github.edgewatt.profiler.measure.prometheus.energy.FoundMeter.Target;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the meter itself counts for processes or containers.
 *
 * @param byFunction joules of each function it knows
 * @param all joules of everything it names
 */
record OwnFigures(Map<String, Double> byFunction, double all) {

  /** Who counts how much of which function. */
  record Scope(
      Set<Target> targets,
      List<String> functions,
      String namespace,
      Function<String, Set<Long>> pids) {}

  static OwnFigures of(
      ExporterMeter meter, Own own, List<SampleSeries> series, Scope scope, long from, long to) {
    Map<String, Set<Long>> pids = new HashMap<>();
    scope.functions().forEach(function -> pids.put(function, scope.pids().apply(function)));
    String source = alternative(meter, series);
    long longestGap = Math.max(3 * spacing(series), 1);
    Map<String, Double> byFunction = new HashMap<>();
    double all = 0;
    for (SampleSeries one : series) {
      if (!scope.targets().contains(Target.of(one))
          || !one.labels().getOrDefault(meter.alternatives(), "").equals(source)) {
        continue;
      }
      double joules = joules(own, one, from, to, longestGap);
      all += joules;
      for (String function : scope.functions()) {
        if (ContainerLabels.isOf(
            one.labels(), function, scope.namespace(), pids.getOrDefault(function, Set.of()))) {
          byFunction.merge(function, joules, Double::sum);
        }
      }
    }
    return new OwnFigures(Map.copyOf(byFunction), all);
  }

  private static double joules(Own own, SampleSeries one, long from, long to, long longestGap) {
    double units =
        own.form() == Form.COUNTER
            ? PartialSeries.increase(one.nanos(), one.values(), from, to, longestGap)
            : PartialSeries.integral(one.nanos(), one.values(), from, to, longestGap);
    return units * own.joulesPerUnit();
  }

  private static String alternative(ExporterMeter meter, List<SampleSeries> series) {
    Optional<String> best =
        series.stream()
            .map(one -> one.labels().getOrDefault(meter.alternatives(), ""))
            .min((a, b) -> MeterProbe.rank(a).compareTo(MeterProbe.rank(b)));
    return best.orElse("");
  }

  /** The usual distance of samples: the median of the series with most of them. */
  private static long spacing(List<SampleSeries> series) {
    SampleSeries longest = null;
    for (SampleSeries one : series) {
      if (longest == null || one.nanos().length > longest.nanos().length) {
        longest = one;
      }
    }
    if (longest == null || longest.nanos().length < 2) {
      return 0;
    }
    long[] steps = new long[longest.nanos().length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = longest.nanos()[i + 1] - longest.nanos()[i];
    }
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }
}
