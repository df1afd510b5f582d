package io.github.edgewatt.profiler.extract.fetch;

import io.github.edgewatt.profiler.extract.Segment;

/** A saved answer holds no samples that can be read. */
public final class BadAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Segment segment;

  public BadAnswerException(Segment segment, String message, Throwable cause) {
    super(message, cause);
    this.segment = segment;
  }

  /** Which answer. */
  public Segment segment() {
    return segment;
  }
}
