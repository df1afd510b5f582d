package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import java.util.ArrayList;
import java.util.List;

/** A snapshot's traces by function, oldest first. */
final class TracesByFunction {
  private final List<List<Trace>> traces;

  TracesByFunction(SnapshotIndex index) {
    traces = new ArrayList<>(index.functions().size());
    for (int function = 0; function < index.functions().size(); function++) {
      traces.add(new ArrayList<>(0));
    }
    for (Trace trace : index.snapshot().traces()) {
      int function = index.function(trace.function());
      if (function >= 0) {
        traces.get(function).add(trace);
      }
    }
  }

  /** Those of a function by its number. */
  List<Trace> of(int function) {
    return traces.get(function);
  }
}
