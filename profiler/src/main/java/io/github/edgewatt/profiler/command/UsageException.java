package io.github.edgewatt.profiler.command;

/** Bad input: one line that says what is wrong and what to do. Ends the program with 2. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
