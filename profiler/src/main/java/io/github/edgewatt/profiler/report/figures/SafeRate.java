package io.github.edgewatt.profiler.report.figures;

import java.util.Collection;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far a function alone may be loaded: the knee lies between the two rates.
 *
 * @param highestSafe highest rate measured valid and not overloaded with none overloaded at or
 *     below it, requests per second; empty where there is none
 * @param lowestOverloaded lowest rate at which an overload was seen; empty where there was none
 */
public record SafeRate(OptionalInt highestSafe, OptionalInt lowestOverloaded) {

  /** Reads the two rates off a function's solo points; invalid ones say nothing. */
  public static SafeRate of(Collection<SoloPoint> points) {
    SortedSet<Integer> safe = new TreeSet<>();
    SortedSet<Integer> overloaded = new TreeSet<>();
    for (SoloPoint point : points) {
      if (point.state() == State.VALID && point.rate() > 0) {
        safe.add(point.rate());
      } else if (point.state().isOverload()) {
        overloaded.add(point.rate());
      }
    }
    if (overloaded.isEmpty()) {
      return new SafeRate(last(safe), OptionalInt.empty());
    }
    int lowest = overloaded.first();
    return new SafeRate(last(safe.headSet(lowest)), OptionalInt.of(lowest));
  }

  /**
   * {@code 40/s}, {@code > 50/s} where never overloaded, {@code < 20/s} where always, or a dash.
   */
  public String text() {
    if (highestSafe.isPresent()) {
      return (lowestOverloaded.isEmpty() ? "> " : "") + highestSafe.getAsInt() + "/s";
    }
    return lowestOverloaded.isPresent() ? "< " + lowestOverloaded.getAsInt() + "/s" : "–";
  }

  private static OptionalInt last(SortedSet<Integer> rates) {
    return rates.isEmpty() ? OptionalInt.empty() : OptionalInt.of(rates.last());
  }
}
