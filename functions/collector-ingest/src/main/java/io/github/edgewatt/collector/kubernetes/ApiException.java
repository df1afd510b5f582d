package io.github.edgewatt.collector.kubernetes;

/** The API server did not do what it was asked; the message says so in one line. */
final class ApiException extends Exception {
  /** Whom it concerns. */
  enum Kind {
    /** There is no such node. */
    ABSENT,
    /** An answer that concerns this node or this request. */
    REFUSED,
    /** No answer: the next node would get none either. */
    UNREACHABLE
  }

  private static final long serialVersionUID = 1L;
  private final Kind kind;

  ApiException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  ApiException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
