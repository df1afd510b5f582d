package io.github.edgewatt.profiler.load;

import java.time.Duration;
import java.util.List;

/**
 * One load: {@code settle} whose requests are sent but not counted, then the window, then {@code
 * tail} like the first, then a bounded drain.
 *
 * @param targets functions under load; may be empty (an idle window)
 * @param settle load before the window
 * @param window the part that counts, by intended send time
 * @param tail load after the window: a counter that is read seldom is then read under load once
 *     more, so that its value at the window's end can be told from its neighbours
 * @param responseTimeout longest wait for an answer
 * @param drain longest wait for open requests after the load
 * @param maxInFlight open requests at once of one target; further due ones are dropped and counted.
 *     Each target has its own, or a slow one would fail the others
 */
public record LoadPlan(
    List<LoadTarget> targets,
    Duration settle,
    Duration window,
    Duration tail,
    Duration responseTimeout,
    Duration drain,
    int maxInFlight) {
  public LoadPlan {
    targets = List.copyOf(targets);
  }

  /** A load that ends with its window. */
  public LoadPlan(
      List<LoadTarget> targets,
      Duration settle,
      Duration window,
      Duration responseTimeout,
      Duration drain,
      int maxInFlight) {
    this(targets, settle, window, Duration.ZERO, responseTimeout, drain, maxInFlight);
  }
}
