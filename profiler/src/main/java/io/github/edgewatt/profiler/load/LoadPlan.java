package io.github.edgewatt.profiler.load;

import java.time.Duration;
import java.util.List;

/**
 * One load: {@code settle} whose requests are sent but not counted, then the window, then a bounded
 * drain.
 *
 * @param targets functions under load; may be empty (an idle window)
 * @param settle load before the window
 * @param window the part that counts, by intended send time
 * @param responseTimeout longest wait for an answer
 * @param drain longest wait for open requests after the window
 * @param maxInFlight open requests at once of one target; further due ones are dropped and counted.
 *     Each target has its own, or a slow one would fail the others
 */
public record LoadPlan(
    List<LoadTarget> targets,
    Duration settle,
    Duration window,
    Duration responseTimeout,
    Duration drain,
    int maxInFlight) {
  public LoadPlan {
    targets = List.copyOf(targets);
  }
}
