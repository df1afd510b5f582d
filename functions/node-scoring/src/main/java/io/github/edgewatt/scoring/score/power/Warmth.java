package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.scoring.climate.Climate;
import io.github.edgewatt.scoring.power.PowerSource;
import java.util.List;

/**
 * The temperatures that a model is asked about: NaN where it asks for none.
 *
 * @param ambient between the labels' least and highest
 * @param cpu1 likewise
 * @param cpu2 likewise
 * @param ambientCelsius as read
 * @param why what the model asks for and nobody knows; empty else
 */
record Warmth(double ambient, double cpu1, double cpu2, double ambientCelsius, String why) {
  static final Warmth NONE = unknown("");

  static Warmth unknown(String why) {
    return new Warmth(Double.NaN, Double.NaN, Double.NaN, Double.NaN, why);
  }

  /** Whether a model asks for any temperature. */
  static boolean asked(PowerSource source) {
    for (PowerSource.Feature feature : source.features()) {
      switch (feature) {
        case AMBIENT, CPU1, CPU2, AMBIENT_CELSIUS -> {
          return true;
        }
        case CPU, CPU_PERCENT, CPU_CORES -> {}
      }
    }
    return false;
  }

  /** Fresh readings as {@code rule} normalises them. */
  static Warmth of(
      Climate climate, Ranges ranges, List<PowerSource.Feature> features, PowerRule rule) {
    double air = climate.ambientCelsius();
    double second = ranges.singleSocket() ? climate.cpu1Celsius() : climate.cpu2Celsius();
    Range secondRange = ranges.singleSocket() ? ranges.cpu1() : ranges.cpu2();
    for (PowerSource.Feature feature : features) {
      String why =
          switch (feature) {
            case AMBIENT -> why(ranges.ambient(), air, "ambient");
            case CPU1 -> why(ranges.cpu1(), climate.cpu1Celsius(), "CPU1");
            case CPU2 -> why(secondRange, second, "CPU2");
            case AMBIENT_CELSIUS -> missing(air, "ambient");
            case CPU, CPU_PERCENT, CPU_CORES -> "";
          };
      if (!why.isEmpty()) {
        return unknown(why);
      }
    }
    return new Warmth(
        rule.normalised(ranges.ambient(), air),
        rule.normalised(ranges.cpu1(), climate.cpu1Celsius()),
        rule.normalised(secondRange, second),
        air,
        "");
  }

  private static String why(Range range, double celsius, String sensor) {
    return range.why().isEmpty() ? missing(celsius, sensor) : range.why();
  }

  private static String missing(double celsius, String sensor) {
    return Double.isFinite(celsius) ? "" : "no " + sensor + " temperature on its page";
  }
}
