package io.github.edgewatt.scoring.score;

import java.util.List;

/**
 * Where several equal pods would cost least, one after the other.
 *
 * @param steps the choices, in order; shorter than asked where nothing more fits
 * @param why why it is shorter; empty else
 */
public record Estimate(List<Step> steps, String why) {
  public Estimate {
    steps = List.copyOf(steps);
  }

  /**
   * One pod.
   *
   * @param node where it goes
   * @param deltaWatts what it adds there
   * @param totalWatts what all so far add
   */
  public record Step(String node, double deltaWatts, double totalWatts) {}
}
