package io.github.edgewatt.scoring.power.node;

import io.github.edgewatt.scoring.power.PowerSource;
import java.util.Optional;

/**
 * Who knows a node's watts.
 *
 * @param source empty where nobody does
 * @param why one line that tells why nobody does; empty else
 * @param warning one line about what was passed over; empty where nothing was
 */
public record SourceChoice(Optional<PowerSource> source, String why, String warning) {
  static SourceChoice of(PowerSource source, String warning) {
    return new SourceChoice(Optional.of(source), "", warning);
  }

  static SourceChoice none(String why) {
    return new SourceChoice(Optional.empty(), why, "");
  }
}
