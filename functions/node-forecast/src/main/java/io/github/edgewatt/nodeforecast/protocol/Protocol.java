package io.github.edgewatt.nodeforecast.protocol;

/** A protocol that models are asked over. Safe to share between threads. */
@FunctionalInterface
public interface Protocol {
  /**
   * The answer to {@code call}.
   *
   * @throws Refused where the request is wrong, or nothing can answer it
   */
  Reply answer(Call call);
}
