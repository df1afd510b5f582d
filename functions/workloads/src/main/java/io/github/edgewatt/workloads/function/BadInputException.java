package io.github.edgewatt.workloads.function;

/** The caller's input cannot be used; the message is one line that says what is wrong with it. */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message, null, false, false); // expected often enough that a stack trace is only cost
  }
}
