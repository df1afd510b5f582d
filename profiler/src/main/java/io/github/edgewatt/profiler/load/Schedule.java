package io.github.edgewatt.profiler.load;

import java.util.List;

/**
 * Several targets' due times merged into one, for one pacer.
 *
 * <p>Constant rates start shifted: target k of n by k/n of its own period. Else functions of equal
 * rate would be called at the same instant for ever, and a mix would measure collisions that users
 * do not cause. Poisson and ramp schedules stay as they are.
 */
final class Schedule {
  private final Arrivals.Cursor[] cursors;
  private final long[] shiftNanos;
  private final long[] due;
  private int first;

  Schedule(List<Arrivals> arrivals) {
    int n = arrivals.size();
    cursors = new Arrivals.Cursor[n];
    shiftNanos = new long[n];
    due = new long[n];
    for (int k = 0; k < n; k++) {
      cursors[k] = arrivals.get(k).cursor();
      if (arrivals.get(k) instanceof ConstantArrivals constant) {
        shiftNanos[k] = constant.periodNanos() / n * k;
      }
      due[k] = next(k);
    }
    first = earliest();
  }

  /** When the next request is due, in nanoseconds after the start; {@link Arrivals#NEVER}. */
  long dueNanos() {
    return due.length == 0 ? Arrivals.NEVER : due[first];
  }

  /** Whose request that is: the target's index. */
  int target() {
    return first;
  }

  void advance() {
    due[first] = next(first);
    first = earliest();
  }

  private long next(int k) {
    long nanos = cursors[k].nextNanos();
    return nanos > Arrivals.NEVER - shiftNanos[k] ? Arrivals.NEVER : nanos + shiftNanos[k];
  }

  /** A run has a handful of targets: looking at all is cheaper than a heap. */
  private int earliest() {
    int best = 0;
    for (int k = 1; k < due.length; k++) {
      if (due[k] < due[best]) {
        best = k;
      }
    }
    return best;
  }
}
