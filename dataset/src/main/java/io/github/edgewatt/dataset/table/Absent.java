package io.github.edgewatt.dataset.table;

import io.github.edgewatt.dataset.FunctionDetail;
import io.github.edgewatt.dataset.NodeDetail;
import io.github.edgewatt.dataset.NodeRow;
import java.util.List;

/** Parts of a row that a foreign file does not hold: figures NaN, counts -1. */
final class Absent {
  static final FunctionDetail FUNCTION_DETAIL =
      new FunctionDetail(
          -1,
          -1,
          -1,
          -1,
          -1,
          -1,
          -1,
          -1,
          -1,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          -1,
          Double.NaN,
          Double.NaN,
          Double.NaN);

  private Absent() {}

  /** A power figure in a foreign file was measured, as far as its reader can know. */
  static NodeDetail nodeDetail(double powerMicrowatts) {
    boolean powered = !Double.isNaN(powerMicrowatts);
    return new NodeDetail(
        Double.NaN,
        Double.NaN,
        Double.NaN,
        powered ? "measured" : "none",
        powered ? "unrecorded" : "none",
        -1,
        Double.NaN,
        Double.NaN,
        false,
        List.of(),
        Double.NaN);
  }

  /** The node's part of a solo row: a function's overload is the node's (upstream's rule). */
  static NodeRow node(boolean overloaded) {
    return new NodeRow(
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        -1,
        overloaded,
        nodeDetail(Double.NaN));
  }
}
