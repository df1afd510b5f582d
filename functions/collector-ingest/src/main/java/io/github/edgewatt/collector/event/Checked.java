package io.github.edgewatt.collector.event;

/** What came of reading an event. */
public sealed interface Checked {
  /** An event that counts. */
  record Good(FpgaEvent event) implements Checked {}

  /**
   * Nothing of it counts.
   *
   * @param text what is wrong, for the client
   */
  record Bad(String text) implements Checked {}
}
