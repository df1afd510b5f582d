package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.scoring.power.PowerSource;
import java.util.Optional;

/**
 * Who knows a node's watts.
 *
 * @param source empty where nobody does
 * @param why why nobody does; empty else
 */
public record NodeSource(Optional<PowerSource> source, String why) {
  /** This one does. */
  public static NodeSource of(PowerSource source) {
    return new NodeSource(Optional.of(source), "");
  }

  /** Nobody does. */
  public static NodeSource none(String why) {
    return new NodeSource(Optional.empty(), why);
  }
}
