package io.github.edgewatt.workloads.function;

/** The address to fetch from did not answer, not in time, or with too much. */
public final class FetchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
