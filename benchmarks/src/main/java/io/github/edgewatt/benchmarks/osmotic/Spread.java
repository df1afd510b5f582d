package io.github.edgewatt.benchmarks.osmotic;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A figure over seeds: its mean, the least and the most of them. */
record Spread(double mean, double least, double most) {
  /** Of {@code values}; NaN of none. */
  static Spread of(double... values) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      sum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return values.length == 0
        ? new Spread(Double.NaN, Double.NaN, Double.NaN)
        : new Spread(sum / values.length, least, most);
  }

  /** Of days. */
  static Spread of(List<DayResult> days, ToDoubleFunction<DayResult> figure) {
    return of(days.stream().mapToDouble(figure).toArray());
  }

  /**
   * How much more the figure is in {@code days} than in {@code than}, seed by seed, in per cent.
   *
   * @param than days of the same seeds in the same order
   */
  static Spread more(
      List<DayResult> days, List<DayResult> than, ToDoubleFunction<DayResult> figure) {
    double[] more = new double[days.size()];
    for (int i = 0; i < more.length; i++) {
      if (days.get(i).seed() != than.get(i).seed()) {
        throw new IllegalArgumentException("days of different seeds do not pair");
      }
      more[i] = 100 * (figure.applyAsDouble(days.get(i)) / figure.applyAsDouble(than.get(i)) - 1);
    }
    return of(more);
  }

  /** As {@code 12.3 (11.0..14.1)}. */
  String text(int decimals) {
    String number = "%." + decimals + "f";
    return String.format(
        Locale.ROOT, number + " (" + number + ".." + number + ")", mean, least, most);
  }

  /** With signs: {@code -12 (-14..-10)}. */
  String signed() {
    return String.format(Locale.ROOT, "%+.0f (%+.0f..%+.0f)", mean, least, most);
  }
}
