package io.github.edgewatt.forecaster.shell;

/** Bad input: one line that says what is wrong and what to do. Ends the program with 2. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
