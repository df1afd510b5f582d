package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The rule that picks what to measure next: near the overload frontier, spread out, where forecasts
 * are least certain. Pure: the same question has the same answer.
 *
 * <p>Left out are candidates that were measured, and those that ask at least as much of every
 * function as an overloaded one: they overload too. Of the rest, one after the other, {@value
 * #DRAWN} are drawn with a probability proportional to
 *
 * <pre>
 *   (0.2 + 4 p (1 - p)) / √(candidates of its combination)      p: probability of overload
 * </pre>
 *
 * and the one with the largest gain wins: the share of the CPU forecasts' variance plus the share
 * of the overload forecasts' variance, over all candidates, that its measurement would take away
 * ({@link Information}). CPU forecasts count by their interval's width squared, overload forecasts
 * by (p (1 - p))², since that is how an error of the model turns into one of the probability; a
 * measurement's information about overload is p (1 - p). The draw keeps the choice representative:
 * always taking the largest gain over all candidates would pick outliers alone, which teaches the
 * overload less than random order does.
 */
public final class NextConfigurations {
  /** Candidates that compete for each place. */
  static final int DRAWN = 4;

  private static final double AWAY_FROM_FRONTIER = 0.2;

  /** Keeps a little worth in measurements whose outcome seems certain. */
  private static final double LEAST_INFORMATION = 0.02;

  private final Outlook outlook;
  private final Collection<Measured> known;

  /**
   * @param known all that was measured on this kind of node, functions alone too
   */
  public NextConfigurations(Outlook outlook, Collection<Measured> known) {
    this.outlook = outlook;
    this.known = List.copyOf(known);
  }

  /**
   * The next {@code count} of {@code candidates}, best first; fewer where no more are left.
   *
   * @param seed decides the draws
   */
  public List<Suggestion> among(Collection<Configuration> candidates, int count, long seed) {
    List<Configuration> open = open(candidates);
    if (open.isEmpty() || count < 1) {
      return List.of();
    }
    return new Choice(open, seed).take(count);
  }

  private List<Configuration> open(Collection<Configuration> candidates) {
    Set<Map<String, Integer>> done = new HashSet<>();
    List<Configuration> overloaded = new ArrayList<>();
    for (Measured measured : known) {
      done.add(active(measured.configuration()));
      if (measured.overloaded()) {
        overloaded.add(measured.configuration());
      }
    }
    Map<Map<String, Integer>, Configuration> open = new LinkedHashMap<>();
    for (Configuration candidate : candidates) {
      Map<String, Integer> rates = active(candidate);
      if (!rates.isEmpty()
          && !done.contains(rates)
          && overloaded.stream().noneMatch(candidate::atLeast)) {
        open.putIfAbsent(rates, candidate);
      }
    }
    return new ArrayList<>(open.values());
  }

  /** Rates above 0: what else is deployed asks nothing. */
  private static Map<String, Integer> active(Configuration configuration) {
    TreeMap<String, Integer> active = new TreeMap<>();
    for (int i = 0; i < configuration.functions().size(); i++) {
      if (configuration.rates().get(i) > 0) {
        active.put(configuration.functions().get(i), configuration.rates().get(i));
      }
    }
    return active;
  }

  /** One question being answered. */
  private final class Choice {
    private final List<Configuration> open;
    private final List<Outlook.Expected> expected;
    private final List<double[]> vectors;
    private final double[] drawing;
    private final Information cpu;
    private final Information overload;
    private final SplittableRandom random;

    Choice(List<Configuration> open, long seed) {
      this.open = open;
      this.random = new SplittableRandom(seed);
      this.expected = open.stream().map(outlook::at).toList();
      Scaling scaling = Scaling.over(expected.stream().map(Outlook.Expected::features).toList());
      this.vectors = expected.stream().map(it -> scaling.of(it.features())).toList();
      double[] cpuWeights = new double[open.size()];
      double[] overloadWeights = new double[open.size()];
      this.drawing = new double[open.size()];
      double[] shares = combinationShares();
      for (int i = 0; i < open.size(); i++) {
        double v = variance(expected.get(i));
        cpuWeights[i] = shares[i] * Math.pow(expected.get(i).cpuHalfWidthPercent(), 2);
        overloadWeights[i] = shares[i] * Math.pow(v + LEAST_INFORMATION, 2);
        drawing[i] = shares[i] * (AWAY_FROM_FRONTIER + 4 * v);
      }
      this.cpu = new Information(vectors, cpuWeights);
      this.overload = new Information(vectors, overloadWeights);
      know(scaling);
    }

    private void know(Scaling scaling) {
      List<Outlook.Expected> before =
          known.stream()
              .filter(it -> it.configuration().functions().size() > 1)
              .map(it -> outlook.at(it.configuration()))
              .toList();
      List<double[]> at = before.stream().map(it -> scaling.of(it.features())).toList();
      double[] ones = new double[at.size()];
      Arrays.fill(ones, 1);
      cpu.know(at, ones);
      overload.know(
          at, before.stream().mapToDouble(it -> variance(it) + LEAST_INFORMATION).toArray());
    }

    /** Big combinations must not crowd out small ones, nor weigh as little. */
    private double[] combinationShares() {
      Map<Set<String>, Integer> sizes = new HashMap<>();
      open.forEach(it -> sizes.merge(new HashSet<>(it.functions()), 1, Integer::sum));
      return open.stream()
          .mapToDouble(it -> 1 / Math.sqrt(sizes.get(new HashSet<>(it.functions()))))
          .toArray();
    }

    List<Suggestion> take(int count) {
      List<Suggestion> taken = new ArrayList<>();
      for (int k = 0; k < Math.min(count, open.size()); k++) {
        int best = -1;
        double bestGain = -1;
        for (int draw = 0; draw < DRAWN; draw++) {
          int candidate = draw();
          double gain = cpuGain(candidate) + overloadGain(candidate);
          if (gain > bestGain) {
            best = candidate;
            bestGain = gain;
          }
        }
        taken.add(
            new Suggestion(open.get(best), expected.get(best), cpuGain(best), overloadGain(best)));
        cpu.know(vectors.get(best), 1);
        overload.know(vectors.get(best), information(best));
        drawing[best] = 0;
      }
      return taken;
    }

    private double cpuGain(int candidate) {
      return cpu.gain(vectors.get(candidate), 1);
    }

    private double overloadGain(int candidate) {
      return overload.gain(vectors.get(candidate), information(candidate));
    }

    private double information(int candidate) {
      return variance(expected.get(candidate)) + LEAST_INFORMATION;
    }

    private int draw() {
      double total = 0;
      for (double weight : drawing) {
        total += weight;
      }
      double left = random.nextDouble() * total;
      int last = -1;
      for (int i = 0; i < drawing.length; i++) {
        if (drawing[i] > 0) {
          last = i;
          left -= drawing[i];
          if (left < 0) {
            return i;
          }
        }
      }
      return last;
    }
  }

  private static double variance(Outlook.Expected expected) {
    return expected.overload() * (1 - expected.overload());
  }
}
