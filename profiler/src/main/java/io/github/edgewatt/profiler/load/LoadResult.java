package io.github.edgewatt.profiler.load;

import java.util.List;

/**
 * What a load did.
 *
 * @param windowStartNanos {@link System#nanoTime} at the window's start
 * @param windowEndNanos {@link System#nanoTime} at the window's end
 * @param targets one a target, in plan order
 * @param maxPauseNanos longest time the pacer or reactor thread was seen not running when it should
 *     have (JVM pause, starved core) in the window
 */
public record LoadResult(
    long windowStartNanos, long windowEndNanos, List<TargetResult> targets, long maxPauseNanos) {
  public LoadResult {
    targets = List.copyOf(targets);
  }
}
