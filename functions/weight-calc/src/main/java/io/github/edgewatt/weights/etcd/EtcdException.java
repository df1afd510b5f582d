package io.github.edgewatt.weights.etcd;

/** etcd did not do what was asked in time, or at all: one line that says what and why. */
public final class EtcdException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EtcdException(String message) {
    super(message);
  }

  EtcdException(String message, Throwable cause) {
    super(message, cause);
  }
}
