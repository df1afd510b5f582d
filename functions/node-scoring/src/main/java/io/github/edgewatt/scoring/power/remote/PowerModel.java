package io.github.edgewatt.scoring.power.remote;

import io.github.edgewatt.scoring.power.PowerSource;
import java.util.concurrent.CompletableFuture;

/** Asks a source's model about many states at once. */
@FunctionalInterface
public interface PowerModel {
  /**
   * Watts, one a row, in order; not yet judged, so they may be NaN. Returns at once and completes
   * within its own deadline.
   *
   * @param rows the source's features in its order
   * @return completes with {@link ModelException} where there is no usable answer
   */
  CompletableFuture<double[]> watts(PowerSource source, float[][] rows);
}
