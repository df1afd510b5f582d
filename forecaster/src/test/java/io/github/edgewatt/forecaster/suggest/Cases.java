package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Functions with known costs on a node of two cores, and random mixes of them. */
final class Cases {
  static final List<String> FUNCTIONS = List.of("a", "b", "c", "d");
  static final NodeType NODE = NodeType.ofCores(2);

  /** CPU of a request in percent of one core. */
  private static final Map<String, Double> COSTS = Map.of("a", .2, "b", .5, "c", 1.0, "d", 2.0);

  private Cases() {}

  static Profiles profiles() {
    TreeMap<String, CostProfile> profiles = new TreeMap<>();
    COSTS.forEach(
        (function, cost) -> {
          List<CostProfile.Point> points = new ArrayList<>();
          for (int rate = 25; rate <= 100; rate += 25) {
            double success = Math.min(1, 190 / (cost * rate));
            points.add(new CostProfile.Point(rate, cost * rate, 5e7, 0, 0.01, success));
          }
          profiles.put(function, new CostProfile(function, points));
        });
    return new Profiles(2, profiles);
  }

  static MixFeatures features() {
    return new MixFeatures(profiles(), NODE, CpuPhysics.PRIOR);
  }

  static double demandPercent(Configuration configuration) {
    double sum = 0;
    for (String function : configuration.functions()) {
      sum += COSTS.get(function) * configuration.rateOf(function);
    }
    return sum;
  }

  /** The truth: CPU is the sum of the costs up to all cores, overload begins at 80 % of them. */
  static Measured measure(Configuration configuration) {
    double demand = demandPercent(configuration);
    return new Measured(configuration, Math.min(200, demand), demand > 160 ? 1 : 0);
  }

  static List<Configuration> randomMixes(int count, long seed) {
    Random random = new Random(seed);
    List<Configuration> mixes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int left = random.nextInt(FUNCTIONS.size());
      List<String> functions = new ArrayList<>(FUNCTIONS);
      functions.remove(left);
      mixes.add(
          new Configuration(
              functions,
              List.of(10 * random.nextInt(11), 10 * random.nextInt(11), 10 * random.nextInt(11))));
    }
    return mixes;
  }

  static LightModel model(List<Configuration> reference, List<Measured> measured) {
    MixFeatures features = features();
    return new LightModel(features, features::share, reference, measured);
  }
}
