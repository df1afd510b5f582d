package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.profiler.SimulatedNode;
import java.util.ArrayList;
import java.util.List;

/** Carries a design's steps out on a simulated node, as a campaign would. */
final class Walk {
  final History history = new History();
  final List<Step> steps = new ArrayList<>();
  Step.Done done;

  /** Runs a design to its end, each measurement taking {@code seconds}. */
  static Walk run(Design design, SimulatedNode node, double seconds) {
    Walk walk = new Walk();
    walk.go(design, node, seconds, Integer.MAX_VALUE);
    return walk;
  }

  /** Goes on for at most {@code most} steps. */
  void go(Design design, SimulatedNode node, double seconds, int most) {
    for (int i = 0; i < most && done == null; i++) {
      Step step = design.next(history);
      steps.add(step);
      if (step instanceof Step.Measure measure) {
        history.measured(
            node.measure(measure.kind(), measure.configuration(), measure.repeat()),
            history.elapsedSeconds() + seconds);
      } else if (step instanceof Step.Skip skip) {
        history.skipped(skip.kind(), skip.configuration());
      } else if (step instanceof Step.Done end) {
        done = end;
      }
      if (steps.size() > 1_000_000) {
        throw new AssertionError("the design does not end");
      }
    }
  }

  List<Step.Measure> measures() {
    return steps.stream()
        .filter(Step.Measure.class::isInstance)
        .map(Step.Measure.class::cast)
        .toList();
  }

  List<Step.Skip> skips() {
    return steps.stream().filter(Step.Skip.class::isInstance).map(Step.Skip.class::cast).toList();
  }

  List<Configuration> measured(Kind kind) {
    return measures().stream()
        .filter(step -> step.kind() == kind)
        .map(Step.Measure::configuration)
        .toList();
  }
}
