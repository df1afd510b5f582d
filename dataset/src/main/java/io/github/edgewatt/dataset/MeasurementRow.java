package io.github.edgewatt.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One measurement: one configuration under load for one window.
 *
 * @param id unique in its run, {@code m0001}, {@code m0002}, …
 * @param kind alone or in combination
 * @param repeat 1 for the first measurement of its configuration in the run
 * @param startedAt wall-clock time of the window's start
 * @param functions the functions' parts, in combination order
 * @param node the node's part
 * @param verdict whether the row may be used
 */
public record MeasurementRow(
    String id,
    Kind kind,
    int repeat,
    Instant startedAt,
    List<FunctionRow> functions,
    NodeRow node,
    Verdict verdict) {
  public MeasurementRow {
    functions = List.copyOf(functions);
  }

  /** Whether a function was measured alone or with others. */
  public enum Kind {
    SOLO,
    MIX
  }

  /** What was asked. */
  public Configuration configuration() {
    List<String> names = new ArrayList<>();
    List<Integer> rates = new ArrayList<>();
    for (FunctionRow function : functions) {
      names.add(function.function());
      rates.add(function.rate());
    }
    return new Configuration(names, rates);
  }
}
