package io.github.edgewatt.profiler.experiment.spec;

/** An experiment's file asks for what cannot be: one line that names the key. */
public final class SpecException extends Exception {
  private static final long serialVersionUID = 1L;

  public SpecException(String message) {
    super(message);
  }
}
