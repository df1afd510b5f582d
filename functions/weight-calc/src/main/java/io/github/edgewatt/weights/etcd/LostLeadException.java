package io.github.edgewatt.weights.etcd;

/** Nothing was written, as another process leads by now or nobody does. */
public final class LostLeadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LostLeadException() {
    super("this process lost the lead, so nothing more was written");
  }
}
