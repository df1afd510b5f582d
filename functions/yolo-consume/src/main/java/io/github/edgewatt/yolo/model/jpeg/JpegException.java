package io.github.edgewatt.yolo.model.jpeg;

/** These bytes are no whole JPEG; the message says why in one line. */
public final class JpegException extends Exception {
  private static final long serialVersionUID = 1;

  JpegException(String message) {
    super(message);
  }
}
