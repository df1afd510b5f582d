package io.github.edgewatt.profiler.experiment.page;

/**
 * The unit of a time axis.
 *
 * @param axis its label
 * @param seconds in one unit
 */
record TimeScale(String axis, double seconds) {

  /** Seconds, minutes or hours, whichever gives numbers people read. */
  static TimeScale of(double longestSeconds) {
    if (longestSeconds < 300) {
      return new TimeScale("seconds", 1);
    }
    return longestSeconds < 10_800 ? new TimeScale("minutes", 60) : new TimeScale("hours", 3_600);
  }

  double at(double time) {
    return time / seconds;
  }
}
