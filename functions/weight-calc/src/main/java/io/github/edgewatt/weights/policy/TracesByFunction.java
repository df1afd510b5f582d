package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A snapshot's traces by function, oldest first. */
final class TracesByFunction {
  private final Trace[] traces;
  private final int[] starts;

  TracesByFunction(SnapshotIndex index) {
    List<Trace> all = index.snapshot().traces();
    int[] functions = new int[all.size()];
    // Names of many traces are far apart in memory: waiting for them is what takes the time.
    IntStream.range(0, functions.length)
        .parallel()
        .forEach(i -> functions[i] = index.function(all.get(i).function()));
    starts = new int[index.functions().size() + 1];
    for (int function : functions) {
      if (function >= 0) {
        starts[function + 1]++;
      }
    }
    for (int function = 1; function < starts.length; function++) {
      starts[function] += starts[function - 1];
    }
    traces = new Trace[starts[starts.length - 1]];
    int[] next = starts.clone();
    for (int i = 0; i < functions.length; i++) {
      if (functions[i] >= 0) {
        traces[next[functions[i]]++] = all.get(i);
      }
    }
  }

  /** Those of a function by its number. */
  List<Trace> of(int function) {
    return Arrays.asList(traces).subList(starts[function], starts[function + 1]);
  }
}
