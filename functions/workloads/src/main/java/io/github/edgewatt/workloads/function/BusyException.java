package io.github.edgewatt.workloads.function;

/** A bound is reached: the call was not made and may be made again later. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BusyException(String message) {
    super(message, null, false, false); // thrown under overload, where a stack trace costs most
  }
}
