package io.github.edgewatt.forecaster.model.file;

/** A model file that is refused; the message goes on after the file's name. */
final class BadModelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  BadModelException(String message) {
    super(message);
  }

  BadModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
