package io.github.edgewatt.profiler.measure.prometheus;

/** CPU of this process, where it runs on the node that is measured and must be left out of it. */
public interface OwnCpu {

  /** For a profiler that runs on another machine. */
  OwnCpu ELSEWHERE = (fromNanos, toNanos) -> 0;

  /**
   * CPU seconds between two instants of the past on {@link System#nanoTime}'s scale; NaN where not
   * covered.
   */
  double seconds(long fromNanos, long toNanos);
}
