package io.github.edgewatt.nodeforecast.tensor;

import io.github.edgewatt.nodeforecast.protocol.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The checks that every model makes of its inputs. */
final class Checks {
  private Checks() {}

  /** Refuses unknown, absent and misshapen inputs, and too many rows; the number of rows. */
  static int rows(Servable servable, Map<String, Tensor> inputs, int mostRows) {
    Set<String> unknown = new TreeSet<>(inputs.keySet());
    List<String> known = new ArrayList<>();
    int rows = -1;
    for (TensorSpec spec : servable.inputs()) {
      known.add(spec.name());
      unknown.remove(spec.name());
      Tensor tensor = inputs.get(spec.name());
      if (tensor != null) {
        shape(spec, tensor);
        if (!spec.optional()) {
          rows = tensor.rows();
        }
      } else if (!spec.optional()) {
        throw Refused.bad("input " + spec.name() + " is missing");
      }
    }
    if (!unknown.isEmpty()) {
      throw Refused.bad(
          "no input " + unknown.iterator().next() + "; there are " + String.join(", ", known));
    }
    if (rows < 1 || rows > mostRows) {
      throw Refused.bad(rows + " rows: 1 to " + mostRows + " in a request");
    }
    for (TensorSpec spec : servable.inputs()) {
      Tensor tensor = inputs.get(spec.name());
      if (tensor != null && tensor.rows() != rows && tensor.rows() != 1) {
        throw Refused.bad(
            "%s has %d rows for %d questions: one for all or one each"
                .formatted(spec.name(), tensor.rows(), rows));
      }
    }
    return rows;
  }

  private static void shape(TensorSpec spec, Tensor tensor) {
    boolean fits =
        spec.datatype() == tensor.datatype()
            || (spec.datatype().floating() && tensor.datatype().floating());
    if (!fits) {
      throw Refused.bad(
          "%s is %s, but the model takes %s"
              .formatted(
                  spec.name(),
                  tensor.datatype(),
                  spec.datatype().floating() ? "FP32 or FP64" : spec.datatype()));
    }
    if (!spec.takes(tensor.shape())) {
      throw Refused.bad(
          "%s has shape %s, but the model takes %s%s"
              .formatted(
                  spec.name(),
                  tensor.shape(),
                  spec.shape(),
                  spec.columns() == 0 ? "" : ": " + String.join(", ", spec.meaning())));
    }
  }
}
