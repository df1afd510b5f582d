package io.github.edgewatt.benchmarks.osmotic;

import java.util.Random;

/**
 * The requests that clients send, step by step. Draws from a generator of its own, so that it is
 * the same whatever policies do.
 */
final class Load {
  private static final int SECONDS_AN_HOUR = 3600;

  private final World world;
  private final LoadCurve curve;
  private final Random random;
  private final double[] noise;

  /** How much of a step's noise is the step before's. */
  private final double kept;

  private final double sigma;

  Load(World world, double stepSeconds) {
    Parameters.Load load = world.parameters().load();
    this.world = world;
    curve = new LoadCurve(load.hourlyFactors());
    random = new Random(world.seed() * 7919 + 17);
    noise = new double[world.functions() * world.zones()];
    kept = Math.exp(-stepSeconds / load.noiseCorrelationSeconds());
    sigma = load.noiseSigma();
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian();
    }
  }

  /**
   * The rates of the next step in requests a second, at function x zones + zone.
   *
   * @param seconds since midnight where a zone's day is not shifted
   */
  void next(double seconds, double[] rates) {
    double fresh = Math.sqrt(1 - kept * kept);
    for (int f = 0; f < world.functions(); f++) {
      double peak = world.parameters().functions().get(f).peakPerSecond();
      for (int z = 0; z < world.zones(); z++) {
        int at = f * world.zones() + z;
        noise[at] = kept * noise[at] + fresh * random.nextGaussian();
        rates[at] =
            peak
                * world.size(z)
                * curve.at(seconds / SECONDS_AN_HOUR + world.phaseHours(z))
                * Math.exp(sigma * noise[at] - sigma * sigma / 2);
      }
    }
  }
}
