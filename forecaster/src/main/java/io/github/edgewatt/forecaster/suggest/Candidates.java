package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Mixes that could be measured: random combinations in random directions, each scaled to a random
 * share of capacity from 0.3 to 1.2 and snapped to the step. A grid's mixes lie mostly where
 * nothing happens or deep in overload; these lie evenly on the way to the frontier and a little
 * beyond.
 */
public final class Candidates {
  private static final double LOWEST_SHARE = 0.3;
  private static final double HIGHEST_SHARE = 1.2;

  /** Halvings of the scale: finer than a step of any grid with 4,096 rates. */
  private static final int SCALE_BITS = 16;

  /** Draws for each mix wanted, after which the space counts as exhausted. */
  private static final int DRAWS = 3;

  private final List<String> functions;
  private final Map<String, Integer> caps;
  private final int combine;
  private final int step;
  private final ToDoubleFunction<Configuration> share;

  /**
   * @param functions names in list order
   * @param caps highest rate worth asking of each in a mix, requests per second, 1 or more
   * @param combine functions in a mix, at most as many as there are
   * @param step distance of neighbouring rates, requests per second
   * @param share how near a mix is to overload, 1 being there; never falling in any rate
   */
  public Candidates(
      List<String> functions,
      Map<String, Integer> caps,
      int combine,
      int step,
      ToDoubleFunction<Configuration> share) {
    if (combine < 1 || combine > functions.size()) {
      throw new IllegalArgumentException(
          "cannot combine " + combine + " of " + functions.size() + " functions");
    }
    this.functions = List.copyOf(functions);
    this.caps = Map.copyOf(caps);
    this.combine = combine;
    this.step = step;
    this.share = share;
  }

  /** Up to {@code count} different mixes; fewer where there are not many more. */
  public List<Configuration> draw(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Configuration> drawn = new LinkedHashSet<>();
    for (int i = 0; i < DRAWS * count && drawn.size() < count; i++) {
      drawn.add(next(random));
    }
    return List.copyOf(drawn);
  }

  private Configuration next(SplittableRandom random) {
    List<String> chosen = combination(random);
    double[] direction = new double[chosen.size()];
    double smallest = Double.MAX_VALUE;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -Math.log(1 - random.nextDouble());
      smallest = Math.min(smallest, direction[i]);
    }
    double wanted = LOWEST_SHARE + (HIGHEST_SHARE - LOWEST_SHARE) * random.nextDouble();
    double low = 0;
    double high = 1 / Math.max(1e-6, smallest);
    for (int i = 0; i < SCALE_BITS; i++) {
      double middle = (low + high) / 2;
      if (share.applyAsDouble(at(chosen, direction, middle)) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return at(chosen, direction, low);
  }

  /** A subset of the right size in list order, each as likely. */
  private List<String> combination(SplittableRandom random) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      positions.add(i);
    }
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < combine; i++) {
      chosen.add(positions.remove(random.nextInt(positions.size())));
    }
    Collections.sort(chosen);
    return chosen.stream().map(functions::get).toList();
  }

  /** {@code scale * direction} in caps, snapped to the step, from one step to the cap. */
  private Configuration at(List<String> chosen, double[] direction, double scale) {
    List<Integer> rates = new ArrayList<>(direction.length);
    for (int i = 0; i < direction.length; i++) {
      int cap = caps.get(chosen.get(i));
      int own = Math.min(step, cap);
      long snapped = Math.round(Math.min(cap, scale * direction[i] * cap) / own) * own;
      rates.add((int) Math.max(own, Math.min(cap, snapped)));
    }
    return new Configuration(chosen, rates);
  }
}
