package io.github.edgewatt.forecaster.question;

/** A question that cannot be answered as it is put. The message is one line for the user. */
public final class BadQuestionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadQuestionException(String message) {
    super(message);
  }
}
