package io.github.edgewatt.cluster.prometheus;

import java.util.Map;

/**
 * One series of an answer.
 *
 * @param labels its labels
 * @param value its value; NaN where it has none
 */
record SeriesValue(Map<String, String> labels, double value) {
  SeriesValue {
    labels = Map.copyOf(labels);
  }

  /** The first of these labels that there is; empty where there is none. */
  String first(String... names) {
    for (String name : names) {
      String value = labels.getOrDefault(name, "");
      if (!value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }
}
