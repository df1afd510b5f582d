package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow.Kind;

/** What a design wants next. */
public sealed interface Step {

  /**
   * Measure a configuration.
   *
   * @param kind alone or in combination
   * @param configuration what to ask
   * @param repeat 1 for its first measurement
   */
  record Measure(Kind kind, Configuration configuration, int repeat) implements Step {}

  /**
   * Write a configuration down as skipped.
   *
   * @param kind alone or in combination
   * @param configuration what is not measured
   * @param reason why, one phrase
   */
  record Skip(Kind kind, Configuration configuration, String reason) implements Step {}

  /**
   * Nothing is left.
   *
   * @param reason why the design ends here, one phrase
   */
  record Done(String reason) implements Step {}
}
