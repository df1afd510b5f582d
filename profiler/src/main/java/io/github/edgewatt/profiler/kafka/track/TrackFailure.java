package io.github.edgewatt.profiler.kafka.track;

/** Results cannot be tracked. The message is one line for the user. */
public final class TrackFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public TrackFailure(String message) {
    super(message);
  }

  public TrackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
