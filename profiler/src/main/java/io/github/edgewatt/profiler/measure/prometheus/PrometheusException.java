package io.github.edgewatt.profiler.measure.prometheus;

import java.util.Objects;

/** Prometheus could not be asked, or did not answer as it should. One line for the user. */
public final class PrometheusException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What went wrong. */
  public enum Kind {
    /** No connection. */
    UNREACHABLE,
    /** No answer within the deadline. */
    TIMEOUT,
    /** 401 or 403. */
    UNAUTHORIZED,
    /** 400: a query or a parameter is wrong. */
    BAD_REQUEST,
    /** 422: a query cannot be executed. */
    UNPROCESSABLE,
    /** 503 and its like: it took too long, or it is starting or stopping. */
    UNAVAILABLE,
    /** Not Prometheus' answer: HTML, broken JSON, another status. */
    NOT_PROMETHEUS,
    /** The answer is larger than what is read of one. */
    TOO_LARGE
  }

  public PrometheusException(Kind kind, String message) {
    this(kind, message, null);
  }

  public PrometheusException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind, "kind is null");
  }

  /** Whether a range query may be answered when it asks for less. */
  public boolean isTooMuch() {
    return switch (kind) {
      case UNPROCESSABLE, TIMEOUT, TOO_LARGE -> true;
      case BAD_REQUEST -> getMessage().contains("maximum resolution");
      case UNAVAILABLE -> getMessage().contains("timed out") || getMessage().contains("timeout:");
      default -> false;
    };
  }

  public Kind kind() {
    return kind;
  }
}
