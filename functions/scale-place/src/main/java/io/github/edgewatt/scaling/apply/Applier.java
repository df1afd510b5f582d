package io.github.edgewatt.scaling.apply;

/** Carries an order out, once, however often it is told the same one. */
public interface Applier {
  /**
   * Carries {@code order} out and waits for the answer.
   *
   * @throws RuntimeException with one line where it could not
   */
  Applied apply(Order order);
}
