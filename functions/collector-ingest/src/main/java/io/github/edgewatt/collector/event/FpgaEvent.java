package io.github.edgewatt.collector.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One checked event of an FPGA.
 *
 * @param timestampMillis when it ended, Unix time in ms by the client's clock
 * @param kind what the time was spent on
 * @param millis the time spent, ms; finite and not negative
 * @param bitstream the bitstream in use
 * @param loaded all bitstreams loaded at that time, where the client knows; may be none
 */
public record FpgaEvent(
    long timestampMillis,
    Kind kind,
    double millis,
    Optional<String> bitstream,
    Optional<List<String>> loaded) {

  /** What an FPGA spends time on. */
  public enum Kind {
    USAGE,
    RECONFIGURATION
  }

  public FpgaEvent {
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(bitstream, "bitstream is null");
    if (!(millis >= 0 && millis <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("not a time that passed: " + millis + " ms");
    }
    loaded = loaded.map(List::copyOf);
  }
}
