package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.Target;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a node would do under a load.
 *
 * @param load the question
 * @param node the node's figures under load, in the targets' units; a target the model was not
 *     trained for is absent
 * @param overload probability of overload, 0 to 1; NaN where the model knows of none
 * @param functions each loaded function's part
 * @param warnings why the answer may not be trusted: {@code extrapolated: …}, {@code novel: …};
 *     empty within what was measured
 */
public record Forecast(
    Load load,
    Map<Target, Interval> node,
    double overload,
    Map<String, FunctionForecast> functions,
    List<Warning> warnings) {
  public Forecast {
    EnumMap<Target, Interval> figures = new EnumMap<>(Target.class);
    figures.putAll(node);
    node = Collections.unmodifiableMap(figures);
    functions = Collections.unmodifiableMap(new TreeMap<>(functions));
    warnings = List.copyOf(warnings);
  }

  /**
   * One function's part of a forecast.
   *
   * @param figures the function's own figures; what the model was not trained for is absent
   * @param overload probability that this function overloads, 0 to 1; NaN where unknown
   */
  public record FunctionForecast(Map<FunctionTarget, Interval> figures, double overload) {
    public FunctionForecast {
      EnumMap<FunctionTarget, Interval> copy = new EnumMap<>(FunctionTarget.class);
      copy.putAll(figures);
      figures = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * Why an answer may not be trusted.
   *
   * @param kind the kind of reason
   * @param what one line for the user
   */
  public record Warning(Kind kind, String what) {
    /** The kinds of reasons. */
    public enum Kind {
      /** Beyond the rates that were measured. */
      EXTRAPOLATED,
      /** A function, a combination or a kind of node that was not trained on. */
      NOVEL
    }
  }

  /** Whether a warning of {@code kind} stands. */
  public boolean is(Warning.Kind kind) {
    return warnings.stream().anyMatch(warning -> warning.kind() == kind);
  }
}
