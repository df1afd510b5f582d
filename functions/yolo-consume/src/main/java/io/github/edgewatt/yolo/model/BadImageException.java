package io.github.edgewatt.yolo.model;

/** These bytes cannot be looked at, however often one tries; the message says why in one line. */
public final class BadImageException extends Exception {
  private static final long serialVersionUID = 1;

  public BadImageException(String message) {
    super(message);
  }

  public BadImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
