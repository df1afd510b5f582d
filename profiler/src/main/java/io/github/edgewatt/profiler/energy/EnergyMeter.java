package io.github.edgewatt.profiler.energy;

/** A counter of the node's energy. */
public interface EnergyMeter {

  /** {@code rapl}, {@code none}, … as it stands in {@code run.json}. */
  String name();

  /** What it reads, or why it reads nothing; one line. */
  String description();

  /**
   * Energy in joules since some fixed point, never decreasing (wraps of the hardware counter are
   * unrolled); NaN where there is no meter or it cannot be read now.
   */
  double readJoules();
}
