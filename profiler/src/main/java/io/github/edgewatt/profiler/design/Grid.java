package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Upstream's grid as arithmetic: nothing of it stands in memory, since six functions at 21 rates
 * make 185,220 configurations.
 */
public final class Grid {
  private Grid() {}

  /**
   * Rates from {@code max} downwards by {@code step} while at least {@code min}, ascending:
   * upstream's rule, which reaches 0 only where the step divides the maximum.
   */
  public static List<Integer> rates(int max, int step, int min) {
    List<Integer> rates = new ArrayList<>();
    for (long rate = max; rate >= min; rate -= step) {
      rates.add((int) rate);
    }
    Collections.reverse(rates);
    return rates;
  }

  /** Rates of a mix: down to 0. */
  public static List<Integer> mixRates(DesignPlan plan) {
    return rates(plan.maxRate(), plan.step(), 0);
  }

  /**
   * Rates of a function alone: steps twice as wide as in a mix, down to the step but never to 0;
   * upstream's 20, 40, … 200 for a maximum of 200 and a step of 10.
   */
  public static List<Integer> soloRates(DesignPlan plan) {
    int step = 2 * plan.step();
    List<Integer> rates = rates(plan.maxRate(), step, step);
    return rates.isEmpty() ? List.of(plan.maxRate()) : rates;
  }

  /** All subsets of {@code size} items in list order, lexicographic. */
  public static List<List<String>> combinations(List<String> items, int size) {
    List<List<String>> combinations = new ArrayList<>();
    collect(items, size, 0, new ArrayList<>(), combinations);
    return combinations;
  }

  private static void collect(
      List<String> items,
      int size,
      int from,
      List<String> chosen,
      List<List<String>> combinations) {
    if (chosen.size() == size) {
      combinations.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i <= items.size() - (size - chosen.size()); i++) {
      chosen.add(items.get(i));
      collect(items, size, i + 1, chosen, combinations);
      chosen.remove(chosen.size() - 1);
    }
  }

  /** How many subsets of {@code size} among {@code n}. */
  public static BigInteger combinationCount(int n, int size) {
    BigInteger count = BigInteger.ONE;
    for (int i = 1; i <= size; i++) {
      count = count.multiply(BigInteger.valueOf(n - size + i)).divide(BigInteger.valueOf(i));
    }
    return count;
  }

  /** How many rate vectors one combination has. */
  public static BigInteger configurationCount(DesignPlan plan) {
    return BigInteger.valueOf(mixRates(plan).size()).pow(plan.combine());
  }

  /** How many combinations a plan has; none where it does not combine. */
  public static BigInteger combinationsOf(DesignPlan plan) {
    return plan.combine() > 1
        ? combinationCount(plan.functions().size(), plan.combine())
        : BigInteger.ZERO;
  }

  /** How many mixes a plan's grid has. */
  public static BigInteger mixConfigurations(DesignPlan plan) {
    return combinationsOf(plan).multiply(configurationCount(plan));
  }

  /** Measurements of the whole grid, repeats included, nothing pruned. */
  public static double measurements(DesignPlan plan) {
    double solo = (double) plan.functions().size() * soloRates(plan).size();
    return plan.repeats() * (solo + mixConfigurations(plan).doubleValue());
  }

  /** All rate vectors of a combination, lexicographic, the last function fastest. */
  public static Iterator<Configuration> configurations(
      List<String> functions, List<Integer> rates) {
    return new Iterator<>() {
      private int[] position = new int[functions.size()];

      @Override
      public boolean hasNext() {
        return position != null;
      }

      @Override
      public Configuration next() {
        if (position == null) {
          throw new NoSuchElementException("the grid is exhausted");
        }
        List<Integer> vector = new ArrayList<>(position.length);
        for (int index : position) {
          vector.add(rates.get(index));
        }
        advance();
        return new Configuration(functions, vector);
      }

      private void advance() {
        int digit = position.length - 1;
        while (digit >= 0 && position[digit] == rates.size() - 1) {
          position[digit--] = 0;
        }
        if (digit < 0) {
          position = null;
        } else {
          position[digit]++;
        }
      }
    };
  }
}
