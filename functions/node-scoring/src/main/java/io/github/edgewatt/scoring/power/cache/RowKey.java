package io.github.edgewatt.scoring.power.cache;

import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.power.PowerSource.Feature;

/**
 * Everything that a source is asked besides the CPU use, in whole steps: a step is finer than any
 * server's sensor (0.05 °C of a 50 °C range), so nodes that a sensor tells apart stay apart. What
 * the source does not ask is 0.
 */
record RowKey(
    AskedSource source, double cores, long ambient, long cpu1, long cpu2, long ambientCelsius) {

  /** Whether all that the source asks is known. */
  static boolean complete(AskedSource source, PowerPoint point) {
    return known(source, Feature.CPU_CORES, point.cores())
        && known(source, Feature.AMBIENT, point.ambient())
        && known(source, Feature.CPU1, point.cpu1())
        && known(source, Feature.CPU2, point.cpu2())
        && known(source, Feature.AMBIENT_CELSIUS, point.ambientCelsius());
  }

  private static boolean known(AskedSource source, Feature feature, double value) {
    return !source.asks(feature) || Double.isFinite(value);
  }

  static RowKey of(AskedSource source, PowerPoint point) {
    PredictorOptions options = source.options();
    int climate = options.climateSteps();
    return new RowKey(
        source,
        source.asks(Feature.CPU_CORES) ? point.cores() : 0,
        source.asks(Feature.AMBIENT) ? Math.round(point.ambient() * climate) : 0,
        source.asks(Feature.CPU1) ? Math.round(point.cpu1() * climate) : 0,
        source.asks(Feature.CPU2) ? Math.round(point.cpu2() * climate) : 0,
        source.asks(Feature.AMBIENT_CELSIUS)
            ? Math.round(point.ambientCelsius() * options.celsiusSteps())
            : 0);
  }

  /** What the model is asked at a point of the grid. */
  float[] asked(int step) {
    PredictorOptions options = source.options();
    double cpu = (double) step / options.cpuSteps();
    float[] values = new float[source.source().features().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          (float)
              switch (source.source().features().get(i)) {
                case CPU -> cpu;
                case CPU_PERCENT -> cpu * 100;
                case CPU_CORES -> cpu * cores;
                case AMBIENT -> (double) ambient / options.climateSteps();
                case CPU1 -> (double) cpu1 / options.climateSteps();
                case CPU2 -> (double) cpu2 / options.climateSteps();
                case AMBIENT_CELSIUS -> (double) ambientCelsius / options.celsiusSteps();
              };
    }
    return values;
  }
}
