package io.github.edgewatt.weights.influx;

import java.time.Duration;
import java.util.List;

/** Sends lines to a database; another one in tests. */
interface Sending {
  /** How it went. */
  sealed interface Outcome {
    /** All lines are in. */
    record Sent() implements Outcome {}

    /**
     * The database does not want these lines, and never will.
     *
     * @param why one line
     */
    record Refused(String why) implements Outcome {}

    /**
     * Nothing is in, and may be later.
     *
     * @param why one line
     * @param after how long the database wants to be left alone; zero where it did not say
     */
    record Later(String why, Duration after) implements Outcome {}
  }

  /** Sends {@code lines}; ends within a deadline and throws nothing. */
  Outcome send(List<String> lines);
}
