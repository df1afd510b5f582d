package io.github.edgewatt.scoring.power.cache;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A source's answers over CPU use, at whole steps. Between two steps watts lie on the straight line
 * between them, so two uses never get the same watts only as they are near each other, and a use on
 * a step gets the model's own answer. The error is that of the line: at most {@code h²/8} times the
 * model's curvature, with h the step.
 */
final class Row {
  /** Up to which use, as a part of the node's, a model is asked. */
  static final double MOST_USE = 1.5;

  /** Nearer to a step than this is on it: what 3 x 0.1 misses 0.3 by. */
  private static final double ON_STEP = 1e-9;

  private final RowKey key;
  private final int steps;
  private final AtomicReferenceArray<Cell> cells;

  Row(RowKey key) {
    this.key = key;
    this.steps = key.source().options().cpuSteps();
    this.cells = new AtomicReferenceArray<>((int) Math.ceil(MOST_USE * steps) + 2);
  }

  RowKey key() {
    return key;
  }

  /** Whether a model is asked about this use at all. */
  static boolean covers(double use) {
    return use >= 0 && use <= MOST_USE;
  }

  /** The step at or below {@code use}. */
  int lowStep(double use) {
    double at = use * steps;
    double nearest = Math.rint(at);
    return (int) (Math.abs(at - nearest) <= ON_STEP * Math.max(1, at) ? nearest : Math.floor(at));
  }

  /** The step at or above {@code use}. */
  int highStep(double use) {
    double at = use * steps;
    double nearest = Math.rint(at);
    return (int) (Math.abs(at - nearest) <= ON_STEP * Math.max(1, at) ? nearest : Math.ceil(at));
  }

  /** The newest answer at a step, however old; null where there never was any. */
  Cell at(int step) {
    return cells.get(step);
  }

  void set(int step, Cell cell) {
    cells.set(step, cell);
  }

  /** Watts on the line between two answers; NaN where one is unusable. */
  double between(double use, int low, Cell lowCell, Cell highCell) {
    return lowCell.watts() + (use * steps - low) * (highCell.watts() - lowCell.watts());
  }
}
