package io.github.edgewatt.profiler.design;

/** Chooses what to measure. Not thread-safe. */
public interface Design {

  /**
   * What to do after {@code history}. The caller carries the step out, adds its outcome to the
   * history and asks again; the same history always gives the same step.
   */
  Step next(History history);
}
