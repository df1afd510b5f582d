package io.github.edgewatt.profiler.energy;

import java.util.List;

/** A power meter whose samples somebody else keeps: asked for windows of the past. */
public interface WindowEnergy {

  /** {@code scaphandre}, {@code kepler}, {@code rapl}, {@code none}, … as in {@code run.json}. */
  String name();

  /** What it reads, or why it reads nothing; one line. */
  String description();

  /**
   * What the node and the functions took between two instants, both on {@link System#nanoTime}'s
   * scale and in the past.
   *
   * @param functions names of the functions deployed in the window
   */
  EnergyReading read(List<String> functions, long fromNanos, long toNanos)
      throws InterruptedException;
}
