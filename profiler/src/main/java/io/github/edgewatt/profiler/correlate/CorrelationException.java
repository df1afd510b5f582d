package io.github.edgewatt.profiler.correlate;

/** What was left cannot be correlated. The message is one line for the user. */
public final class CorrelationException extends Exception {
  private static final long serialVersionUID = 1L;

  public CorrelationException(String message) {
    super(message);
  }

  public CorrelationException(String message, Throwable cause) {
    super(message, cause);
  }
}
