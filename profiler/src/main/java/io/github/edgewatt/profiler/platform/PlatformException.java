package io.github.edgewatt.profiler.platform;

/** A function could not be deployed or reached. The message is one line for the user. */
public class PlatformException extends Exception {
  private static final long serialVersionUID = 1L;

  public PlatformException(String message) {
    super(message);
  }

  public PlatformException(String message, Throwable cause) {
    super(message, cause);
  }
}
