package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.Objects;

/** The gateway could not be asked, or did not do as asked. One line for the user. */
public final class GatewayException extends PlatformException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final int status;

  /** What went wrong. */
  public enum Kind {
    /** No connection: nothing was done. */
    UNREACHABLE(true),
    /** No answer within the deadline. */
    TIMEOUT(true),
    /** The connection ended before the answer did. */
    BROKEN(true),
    /** 429, 502, 503, 504. */
    UNAVAILABLE(true),
    /** 401 or 403. */
    UNAUTHORIZED(false),
    /** 404. */
    NOT_FOUND(false),
    /** Another 4xx or 5xx. */
    REFUSED(false),
    /** Not a gateway's answer: HTML, a redirect, broken JSON. */
    NOT_A_GATEWAY(false),
    /** The answer is larger than what is read of one. */
    TOO_LARGE(false),
    /** A function of this name is there that this run did not deploy. */
    TAKEN(false);

    private final boolean passing;

    Kind(boolean passing) {
      this.passing = passing;
    }

    /** Whether it may be over in a moment. */
    boolean isPassing() {
      return passing;
    }
  }

  GatewayException(Kind kind, int status, String message) {
    super(message);
    this.kind = Objects.requireNonNull(kind, "kind is null");
    this.status = status;
  }

  public Kind kind() {
    return kind;
  }

  /** The answer's status, 0 without one. */
  public int status() {
    return status;
  }
}
