package io.github.edgewatt.scoring.score.power;

import java.util.Map;

/**
 * A sensor's least and highest temperature by the node's labels {@code <sensor>/min} and {@code
 * <sensor>/max}.
 *
 * @param min in °C
 * @param max in °C
 * @param why why there is none; empty where there is
 * @param absent whether the node has neither label
 */
record Range(double min, double max, String why, boolean absent) {
  static Range of(Map<String, String> labels, String sensor) {
    String least = labels.get(sensor + "/min");
    String highest = labels.get(sensor + "/max");
    if (least == null || highest == null) {
      String missing = least == null ? "/min" : "/max";
      return none("no label " + sensor + missing, least == null && highest == null);
    }
    double min = number(least);
    double max = number(highest);
    if (!Double.isFinite(min) || !Double.isFinite(max)) {
      return none("label " + sensor + "/min or /max is no number", false);
    }
    if (!(max > min)) {
      return none("label " + sensor + "/max is not above " + sensor + "/min", false);
    }
    return new Range(min, max, "", false);
  }

  /** {@code (celsius - min) / (max - min)} (WAO-Scheduler, 4.2); NaN stays. */
  double at(double celsius) {
    return (celsius - min) / (max - min);
  }

  private static Range none(String why, boolean absent) {
    return new Range(Double.NaN, Double.NaN, why, absent);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
