package io.github.edgewatt.forecaster.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * All usable measurements of one function alone.
 *
 * @param function its name
 * @param samples at least one, in the order they were read
 */
public record SoloSamples(String function, List<Sample> samples) {
  public SoloSamples {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no measurement of " + function + " alone");
    }
  }

  /** The measured rates, rising. */
  public SortedSet<Integer> rates() {
    SortedSet<Integer> rates = new TreeSet<>();
    samples.forEach(sample -> rates.add(sample.rate()));
    return rates;
  }

  /** The repeats at one rate. */
  public List<Sample> at(int rate) {
    return samples.stream().filter(sample -> sample.rate() == rate).toList();
  }

  /** The mean over the repeats at {@code rate} that have the figure; NaN where none has. */
  double mean(int rate, ToDoubleFunction<Sample> figure) {
    return at(rate).stream()
        .mapToDouble(figure)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /** Whether any measurement has the figure. */
  boolean has(ToDoubleFunction<Sample> figure) {
    return samples.stream().mapToDouble(figure).anyMatch(Double::isFinite);
  }

  boolean hasRepeats() {
    return samples.size() > rates().size();
  }

  /** As many repeats of each rate, drawn with replacement. */
  SoloSamples resampled(Random random) {
    List<Sample> drawn = new ArrayList<>();
    for (int rate : rates()) {
      List<Sample> repeats = at(rate);
      for (int i = 0; i < repeats.size(); i++) {
        drawn.add(repeats.get(random.nextInt(repeats.size())));
      }
    }
    return new SoloSamples(function, drawn);
  }
}
