package io.github.edgewatt.forecaster.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up functions measured alone: cost, memory and latency by a plain law, a little noise. */
final class Solo {
  private static final double NAN = Double.NaN;

  private Solo() {}

  /** A function of {@code cpuMillis} a request that overloads from {@code knee} requests/s on. */
  static SoloSamples function(String name, double cpuMillis, int knee, int repeats, int... rates) {
    Random random = new Random(name.hashCode());
    List<Sample> samples = new ArrayList<>();
    for (int rate : rates) {
      for (int r = 0; r < repeats; r++) {
        double noise = 1 + 0.02 * random.nextGaussian();
        boolean overloaded = rate >= knee;
        samples.add(
            new Sample(
                rate,
                overloaded ? 0.5 : 1,
                cpuMillis * Math.min(rate, knee) / 10 * noise,
                (10 + cpuMillis * rate / 100) * 1e6 * noise,
                cpuMillis * rate * 10 * noise,
                overloaded ? 1 : 0,
                (overloaded ? 20_000 : 5 * cpuMillis) * 1e6 * noise));
      }
    }
    return new SoloSamples(name, samples);
  }

  /** The same without power. */
  static SoloSamples unpowered(SoloSamples function) {
    return new SoloSamples(
        function.function(),
        function.samples().stream()
            .map(
                s ->
                    new Sample(
                        s.rate(),
                        s.success(),
                        s.cpuPercent(),
                        s.ramBytes(),
                        NAN,
                        s.overloaded(),
                        s.latencyNanos()))
            .toList());
  }

  /** The same with nothing but success and overload, as overload-only rows tell. */
  static Sample overloadOnly(int rate) {
    return new Sample(rate, 0.2, NAN, NAN, NAN, 1, NAN);
  }

  static SoloInput input(List<SoloSamples> functions) {
    return new SoloInput(functions, List.of(Path.of("solo.csv")), "0".repeat(64), List.of());
  }

  static SoloInput input(SoloSamples... functions) {
    return input(List.of(functions));
  }

  /** Two functions of each of the given costs, on one grid with three repeats. */
  static List<SoloSamples> pairs(double... cpuMillis) {
    List<SoloSamples> functions = new ArrayList<>();
    for (double cost : cpuMillis) {
      String name = String.format(Locale.ROOT, "f%03d", functions.size());
      functions.add(function(name, cost, 1000, 3, 20, 40, 60));
      functions.add(function(name + "b", cost * 1.1, 1000, 3, 20, 40, 60));
    }
    return functions;
  }
}
