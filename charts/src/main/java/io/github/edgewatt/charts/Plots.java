package io.github.edgewatt.charts;

import java.awt.BasicStroke;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
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

  private static final BasicStroke HAIRLINE = new BasicStroke(1f);

  private Plots() {}

  /** An axis from 0 to a round value above {@code max}. */
  public static NumberAxis linear(String label, double max, int mostSteps) {
    double top = Scale.top(max, mostSteps);
    NumberAxis axis = new NumberAxis(label);
    axis.setRange(0, top * HEADROOM);
    axis.setTickUnit(new NumberTickUnit(Scale.step(top, mostSteps), numbers()));
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
