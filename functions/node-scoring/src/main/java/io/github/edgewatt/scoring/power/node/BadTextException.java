package io.github.edgewatt.scoring.power.node;

/** A label or annotation that cannot be used; the message is one line for the user. */
final class BadTextException extends Exception {
  private static final long serialVersionUID = 1L;

  BadTextException(String message) {
    super(message);
  }
}
