package io.github.edgewatt.scoring.score.power;

import java.util.List;

/**
 * Several equal pods, placed one after the other.
 *
 * @param places where each goes, in order; fewer than asked where no more fit
 * @param why why they are fewer; empty else
 */
public record Packed(List<Place> places, String why) {
  public Packed {
    places = List.copyOf(places);
  }

  /**
   * One pod.
   *
   * @param node where it goes
   * @param deltaWatts what it adds
   */
  public record Place(String node, double deltaWatts) {}
}
