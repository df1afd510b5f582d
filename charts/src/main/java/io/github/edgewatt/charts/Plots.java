package io.github.edgewatt.charts;

import java.awt.BasicStroke;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The house style of charts: few ticks, light grid, no boxes, no backgrounds. */
public final class Plots {
  /** The font of every text in a chart. */
  public static final Font TICKS = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  private static final int LEFT_SPACE = 44;

  /** Marks at the top must not be cut off. */
  private static final double HEADROOM = 1.04;

  /** The stroke of axes and grid lines, for lines that mark a value. */
  public static final BasicStroke HAIRLINE = new BasicStroke(1f);

  private Plots() {}

  /** An axis from 0 to a round value above {@code max}. */
  public static NumberAxis linear(String label, double max, int mostSteps) {
    double top = Scale.top(max, mostSteps);
    NumberAxis axis = new NumberAxis(label);
    axis.setRange(0, top * HEADROOM);
    axis.setTickUnit(new NumberTickUnit(Scale.step(top, mostSteps), numbers()));
    return style(axis);
  }

  /**
   * An axis from {@code min} to {@code max} with round steps and room for marks at both ends; where
   * they are equal, around them. Values of millions are labelled with a suffix.
   */
  public static NumberAxis between(String label, double min, double max, int mostSteps) {
    double room = 0;
    if (!(max - min > 1e-9 * Math.max(Math.abs(min), Math.abs(max)))) {
      room = min == 0 ? 1 : Math.abs(min) / 2;
    }
    double from = min - room;
    double to = max + room;
    double step = Scale.step(to - from, mostSteps);
    double margin = (HEADROOM - 1) * (to - from);
    NumberAxis axis = new NumberAxis(label);
    axis.setRange(from - margin, to + margin);
    axis.setTickUnit(new NumberTickUnit(step, Suffixed.of(Math.max(Math.abs(from), Math.abs(to)))));
    return style(axis);
  }

  /** An axis for whole numbers, with half a step's room at both ends. */
  public static NumberAxis whole(String label, int min, int max, int mostSteps) {
    NumberAxis axis = new NumberAxis(label);
    axis.setRange(min - 0.5, max + 0.5);
    double step = Math.max(1, Math.ceil(Scale.step(Math.max(max - min, 1), mostSteps)));
    axis.setTickUnit(new NumberTickUnit(step, numbers()));
    return style(axis);
  }

  /** Makes room for marks at 0, which would be cut in half otherwise. */
  public static NumberAxis withRoomBelow(NumberAxis axis) {
    axis.setRange(-(HEADROOM - 1) * axis.getUpperBound(), axis.getUpperBound());
    return axis;
  }

  /**
   * An axis for values given as their base-10 logarithms, labelled with the values, over whole
   * decades that hold {@code min} and {@code max}, both above 0. JFreeChart's own logarithmic axis
   * draws its labels as outlines.
   */
  public static NumberAxis decades(double min, double max) {
    double from = Math.floor(Math.log10(min));
    NumberAxis axis = new NumberAxis(null);
    double to = Math.max(Math.ceil(Math.log10(max)), from + 1);
    axis.setRange(from, from + (to - from) * HEADROOM);
    axis.setTickUnit(new NumberTickUnit(1, new PowersOfTen()));
    return style(axis);
  }

  /** An empty plot with horizontal grid lines. */
  public static XYPlot plot(ValueAxis x, ValueAxis y) {
    XYPlot plot = new XYPlot(null, x, y, null);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setDomainGridlinePaint(Ink.GRID.color());
    plot.setDomainGridlineStroke(HAIRLINE);
    plot.setRangeGridlinePaint(Ink.GRID.color());
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    AxisSpace space = new AxisSpace();
    space.setLeft(LEFT_SPACE);
    plot.setFixedRangeAxisSpace(space);
    return plot;
  }

  /** The chart around a plot, without title and legend. */
  public static JFreeChart chart(XYPlot plot) {
    JFreeChart chart = new JFreeChart(null, TICKS, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(6, 0, 2, 8));
    return chart;
  }

  /** Draws {@code line} under what is added later. */
  public static void addLine(XYPlot plot, XYSeries line, Ink ink, float width, float... dash) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, ink.color());
    renderer.setSeriesStroke(
        0,
        new BasicStroke(
            width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1f,
            dash.length == 0 ? null : dash,
            0f));
    int index = plot.getDatasetCount();
    plot.setDataset(index, new XYSeriesCollection(line));
    plot.setRenderer(index, renderer);
  }

  /** Puts the legend {@code key} above the plot. */
  public static JFreeChart chart(XYPlot plot, Key key) {
    JFreeChart chart = chart(plot);
    chart.addSubtitle(key.title());
    return chart;
  }

  /**
   * Draws {@code annotations} over grid lines and under what {@code plot} gets as lines and marks.
   */
  public static void addBehind(XYPlot plot, XYAnnotation... annotations) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, false);
    for (XYAnnotation annotation : annotations) {
      renderer.addAnnotation(annotation, Layer.BACKGROUND);
    }
    int index = plot.getDatasetCount();
    // JFreeChart asks only those renderers that have a dataset.
    plot.setDataset(index, new XYSeriesCollection());
    plot.setRenderer(index, renderer);
  }

  /** At most four decimals, no grouping, whatever the locale. */
  public static NumberFormat numbers() {
    return new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  private static <A extends ValueAxis> A style(A axis) {
    axis.setTickLabelFont(TICKS);
    axis.setLabelFont(TICKS);
    axis.setTickLabelPaint(Ink.MUTED.color());
    axis.setLabelPaint(Ink.MUTED.color());
    axis.setAxisLinePaint(Ink.AXIS.color());
    axis.setAxisLineStroke(HAIRLINE);
    axis.setTickMarkPaint(Ink.AXIS.color());
    axis.setTickMarkStroke(HAIRLINE);
    return axis;
  }
}
