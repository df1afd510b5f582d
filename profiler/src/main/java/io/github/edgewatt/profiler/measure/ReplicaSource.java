package io.github.edgewatt.profiler.measure;

/** How many replicas a function had, where the node's own meter cannot tell. */
public interface ReplicaSource {

  /**
   * Replicas of a function over a window of the past, on {@link System#nanoTime}'s scale.
   *
   * @return NaN figures where nothing is known
   */
  Replicas over(String function, long fromNanos, long toNanos);

  /**
   * Replicas over a window.
   *
   * @param last at its end
   * @param mean time-weighted mean
   * @param max most seen
   */
  record Replicas(double last, double mean, double max) {

    /** Nothing is known. */
    public static Replicas unknown() {
      return new Replicas(Double.NaN, Double.NaN, Double.NaN);
    }
  }
}
