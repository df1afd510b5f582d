package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.FeatureSpace;
import io.github.edgewatt.forecaster.feature.NodeFeatures;
import io.github.edgewatt.forecaster.feature.Target;
import java.util.List;
import java.util.stream.IntStream;

/** Which features and learners serve which figure. */
final class TargetFeatures {
  private static final String PHYSICS = "physics_cpu_percent";
  private static final int PHYSICS_COLUMN = NodeFeatures.NAMES.indexOf(PHYSICS);

  private TargetFeatures() {}

  /**
   * The columns of {@code space} that {@code target}'s learners see: all of upstream's; of ours the
   * figures at rest only for power, whose share of a virtual machine depends on them.
   */
  static int[] columns(FeatureSpace space, Target target) {
    boolean rest = target == Target.POWER;
    List<String> names = space.names();
    return IntStream.range(0, names.size())
        .filter(i -> rest || !names.get(i).startsWith("idle_"))
        .toArray();
  }

  /** The names of {@code columns}. */
  static List<String> names(FeatureSpace space, int[] columns) {
    return IntStream.of(columns).mapToObj(space.names()::get).toList();
  }

  /** Where the physics value stands among the columns of our own family; -1 for upstream's. */
  static int physicsColumn(FeatureSpace space) {
    return space.names().equals(NodeFeatures.NAMES) ? PHYSICS_COLUMN : -1;
  }

  /** The learners that compete for {@code target}. */
  static List<Learner> learners(FeatureSpace space, Target target) {
    if (physicsColumn(space) < 0) {
      return List.of(Learner.FOREST);
    }
    return switch (target) {
      case CPU -> List.of(Learner.PHYSICS, Learner.RIDGE, Learner.FOREST, Learner.PHYSICS_FOREST);
      // Lines through memory run far off with a function whose memory is unlike all others'.
      case RAM, RAM_PERCENT -> List.of(Learner.RIDGE, Learner.FOREST);
      case POWER -> List.of(Learner.RIDGE, Learner.FOREST, Learner.RIDGE_FOREST, Learner.MEAN);
    };
  }

  static double[] select(double[] space, int[] columns) {
    double[] selected = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      selected[i] = space[columns[i]];
    }
    return selected;
  }
}
