package io.github.edgewatt.forecaster.cluster;

import java.util.Arrays;
import java.util.List;

/** The columns of upstream's vectors, in their order. */
enum Column {
  SUCCESS("success_rate"),
  CPU("cpu_usage"),
  RAM("ram_usage"),
  POWER("power_usage"),
  OVERLOADED("overloaded"),
  LATENCY("medium_latency");

  private final String text;

  Column(String text) {
    this.text = text;
  }

  /** The column's name in upstream's tables. */
  String text() {
    return text;
  }

  /** The column's figure in a measurement. */
  double of(Sample sample) {
    return switch (this) {
      case SUCCESS -> sample.success();
      case CPU -> sample.cpuPercent();
      case RAM -> sample.ramBytes();
      case POWER -> sample.powerMicrowatts();
      case OVERLOADED -> sample.overloaded();
      case LATENCY -> sample.latencyNanos();
    };
  }

  /** The column called {@code text}; an {@link IllegalArgumentException} where none is. */
  static Column named(String text) {
    return Arrays.stream(values())
        .filter(column -> column.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown column '" + text + "' (known: " + String.join(", ", names()) + ")"));
  }

  private static List<String> names() {
    return Arrays.stream(values()).map(Column::text).toList();
  }
}
