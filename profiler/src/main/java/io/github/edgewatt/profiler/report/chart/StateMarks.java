package io.github.edgewatt.profiler.report.chart;

import io.github.edgewatt.charts.Glyph;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Mark;
import io.github.edgewatt.charts.Marks;
import io.github.edgewatt.profiler.report.figures.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.plot.XYPlot;

/**
 * Points whose shape and colour tell their state: circle valid, filled triangle overloaded, hollow
 * triangle overload-only, cross invalid, hollow square skipped.
 */
public final class StateMarks {
  private final Marks marks = new Marks();
  private final Set<List<Double>> skipped = new HashSet<>();

  /**
   * The mark of a state: green counts, amber warns, red failed, grey was not measured. What failed
   * lies in front: it must not hide behind what went well.
   */
  public static Mark mark(State state) {
    return switch (state) {
      case SKIPPED -> new Mark(Glyph.HOLLOW_SQUARE, Ink.SKIP, 0);
      case VALID -> new Mark(Glyph.CIRCLE, Ink.VALID, 1);
      case OVERLOADED -> new Mark(Glyph.TRIANGLE, Ink.WARN, 2);
      case OVERLOAD_ONLY -> new Mark(Glyph.HOLLOW_TRIANGLE, Ink.WARN, 3);
      case INVALID -> new Mark(Glyph.CROSS, Ink.FAIL, 4);
    };
  }

  /** Adds a point in its state's colour; absent figures are left out. */
  void add(State state, double x, double y) {
    add(state, Ink.VALID, x, y);
  }

  /** Adds a point; {@code valid} is the colour of valid points in this chart. */
  void add(State state, Ink valid, double x, double y) {
    if (state == State.SKIPPED && !skipped.add(List.of(x, y))) {
      return;
    }
    Mark mark = mark(state);
    marks.add(state == State.VALID ? mark.in(valid) : mark, x, y);
  }

  void addTo(XYPlot plot) {
    marks.addTo(plot);
  }
}
