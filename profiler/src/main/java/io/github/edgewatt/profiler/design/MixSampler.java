package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.forecaster.profile.MixForecast;
import io.github.edgewatt.forecaster.profile.SoloProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Chooses mixes that fill the space of rates and crowd near the predicted overload frontier.
 *
 * <p>Greedy maximin: among random candidates the one with the largest product of its distance to
 * all chosen mixes (in rates scaled by each function's own cap), its nearness to the frontier
 * {@code 0.2 + exp(-((share - frontier) / 0.3)^2)} and {@code 1 / (1 + mixes of its combination)}.
 * The constants keep a fifth of the pull away from the frontier, where linear costs are checked.
 */
final class MixSampler {
  private static final int CANDIDATES = 200;

  /** Halvings of the scale: finer than a step of any grid with 4,096 rates. */
  private static final int SCALE_BITS = 16;

  private static final double FRONTIER_WIDTH = 0.3;
  private static final double BACKGROUND = 0.2;
  private static final double LOWEST_SHARE = 0.3;
  private static final double HIGHEST_SHARE = 1.2;

  private final DesignPlan plan;
  private final List<List<String>> combinations;
  private final MixForecast forecast;
  private final Map<String, Integer> caps;
  private final List<Configuration> chosen = new ArrayList<>();
  private boolean exhausted;

  /**
   * @param caps highest rate worth asking of each function in a mix: its lowest overloaded rate
   *     alone, at most the plan's maximum
   */
  MixSampler(DesignPlan plan, MixForecast forecast, Map<String, Integer> caps) {
    this.plan = plan;
    this.combinations = Grid.combinations(plan.functions(), plan.combine());
    this.forecast = forecast;
    this.caps = Map.copyOf(caps);
  }

  /** The cap of a function: see the constructor. */
  static int cap(DesignPlan plan, SoloProfile profile) {
    return Math.min(plan.maxRate(), profile.lowestOverloadedRate().orElse(plan.maxRate()));
  }

  /** The first {@code count} mixes of the sequence; fewer where the space has no more. */
  List<Configuration> first(int count) {
    while (chosen.size() < count && !exhausted) {
      Optional<Configuration> next = pick(new SplittableRandom(plan.seed() * 31 + chosen.size()));
      next.ifPresent(chosen::add);
      exhausted = next.isEmpty();
    }
    return List.copyOf(chosen.subList(0, Math.min(count, chosen.size())));
  }

  private Optional<Configuration> pick(SplittableRandom random) {
    Set<Configuration> candidates = new LinkedHashSet<>();
    for (int i = 0; i < CANDIDATES; i++) {
      candidates.add(candidate(random));
    }
    chosen.forEach(candidates::remove);
    double reachable = candidates.stream().mapToDouble(forecast::demandShare).max().orElse(1);
    double frontier = Math.min(1, reachable);
    return candidates.stream()
        .max(Comparator.comparingDouble(candidate -> score(candidate, frontier)));
  }

  private double score(Configuration candidate, double frontier) {
    double away = (forecast.demandShare(candidate) - frontier) / FRONTIER_WIDTH;
    double pull = BACKGROUND + Math.exp(-away * away);
    double distance =
        chosen.stream().mapToDouble(other -> distance(candidate, other)).min().orElse(1);
    long sameCombination =
        chosen.stream().filter(other -> other.functions().equals(candidate.functions())).count();
    return pull * distance / (1 + sameCombination);
  }

  /** Euclidean distance of rates over caps; a function that takes no part stands at 0. */
  private double distance(Configuration a, Configuration b) {
    double sum = 0;
    for (String function : plan.functions()) {
      double difference = (double) (a.rateOf(function) - b.rateOf(function)) / caps.get(function);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** A random combination in a random direction, scaled to a random share of capacity. */
  private Configuration candidate(SplittableRandom random) {
    List<String> functions = combinations.get(random.nextInt(combinations.size()));
    double[] direction = new double[functions.size()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -Math.log(1 - random.nextDouble());
    }
    double share = LOWEST_SHARE + (HIGHEST_SHARE - LOWEST_SHARE) * random.nextDouble();
    double low = 0;
    double high = 1 / smallest(direction);
    for (int i = 0; i < SCALE_BITS; i++) {
      double middle = (low + high) / 2;
      if (forecast.demandShare(at(functions, direction, middle)) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return at(functions, direction, low);
  }

  private static double smallest(double[] direction) {
    double smallest = Double.MAX_VALUE;
    for (double part : direction) {
      smallest = Math.min(smallest, part);
    }
    return Math.max(1e-6, smallest);
  }

  /** {@code scale * direction} in caps, snapped to the plan's step, from one step to the cap. */
  private Configuration at(List<String> functions, double[] direction, double scale) {
    List<Integer> rates = new ArrayList<>(direction.length);
    for (int i = 0; i < direction.length; i++) {
      int cap = caps.get(functions.get(i));
      int step = Math.min(plan.step(), cap);
      long snapped = Math.round(Math.min(cap, scale * direction[i] * cap) / step) * step;
      rates.add((int) Math.max(step, Math.min(cap, snapped)));
    }
    return new Configuration(functions, rates);
  }
}
