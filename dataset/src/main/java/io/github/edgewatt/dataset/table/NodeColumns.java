package io.github.edgewatt.dataset.table;

import io.github.edgewatt.dataset.NodeDetail;
import io.github.edgewatt.dataset.NodeRow;
import java.util.List;

/** The columns the node has in a table of measurements: upstream's ten, and our details. */
final class NodeColumns {
  static final List<String> UPSTREAM =
      List.of(
          "cpu_usage_idle_node",
          "cpu_usage_node",
          "ram_usage_idle_node",
          "ram_usage_node",
          "ram_usage_idle_node_percentage",
          "ram_usage_node_percentage",
          "power_usage_idle_node",
          "power_usage_node",
          "rest_seconds",
          "overloaded_node");

  static final List<String> DETAIL =
      List.of(
          "window_seconds",
          "generator_cpu_percent",
          "energy_joules",
          "energy_source",
          "meter",
          "counter_samples",
          "largest_gap_ms",
          "max_pause_ms",
          "rest_timed_out",
          "overload_reasons");

  /** What came later, at the end of the line so that older tables read as they were. */
  static final List<String> ADDED = List.of("sample_interval_ms");

  private NodeColumns() {}

  static List<String> upstream(NodeRow row) {
    return List.of(
        Text.decimal3(row.cpuIdlePercent()),
        Text.decimal3(row.cpuPercent()),
        Text.decimal3(row.ramIdleBytes()),
        Text.decimal3(row.ramBytes()),
        Text.decimal3(row.ramIdlePercent()),
        Text.decimal3(row.ramPercent()),
        Text.decimal3(row.powerIdleMicrowatts()),
        Text.decimal3(row.powerMicrowatts()),
        Text.count(row.restSeconds()),
        Text.flag(row.overloaded()));
  }

  static List<String> detail(NodeDetail detail) {
    return List.of(
        Text.exact(detail.windowSeconds()),
        Text.exact(detail.generatorCpuPercent()),
        Text.exact(detail.energyJoules()),
        Text.words(detail.powerSource()),
        Text.words(detail.meter()),
        Text.count(detail.samples()),
        Text.exact(detail.largestGapMillis()),
        Text.exact(detail.maxPauseMillis()),
        Text.flag(detail.restTimedOut()),
        Text.phrases(detail.overloadReasons()));
  }

  static List<String> added(NodeDetail detail) {
    return List.of(Text.exact(detail.sampleIntervalMillis()));
  }

  static NodeRow upstream(Cells cells) {
    double cpuIdle = cells.nextFigure();
    double cpu = cells.nextFigure();
    double ramIdle = cells.nextFigure();
    double ram = cells.nextFigure();
    double ramIdlePercent = cells.nextFigure();
    double ramPercent = cells.nextFigure();
    double powerIdle = cells.nextFigure();
    double power = cells.nextFigure();
    return new NodeRow(
        cpuIdle,
        cpu,
        ramIdle,
        ram,
        ramIdlePercent,
        ramPercent,
        powerIdle,
        power,
        cells.nextSmallCount(),
        cells.nextFlag(),
        Absent.nodeDetail(power));
  }

  static NodeDetail detail(Cells cells) {
    return new NodeDetail(
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextWords(),
        cells.nextWords(),
        cells.nextSmallCount(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFlag(),
        cells.nextPhrases(),
        Double.NaN);
  }

  static NodeDetail withAdded(NodeDetail detail, Cells cells) {
    return new NodeDetail(
        detail.windowSeconds(),
        detail.generatorCpuPercent(),
        detail.energyJoules(),
        detail.powerSource(),
        detail.meter(),
        detail.samples(),
        detail.largestGapMillis(),
        detail.maxPauseMillis(),
        detail.restTimedOut(),
        detail.overloadReasons(),
        cells.nextFigure());
  }

  static NodeRow with(NodeRow row, NodeDetail detail) {
    return new NodeRow(
        row.cpuIdlePercent(),
        row.cpuPercent(),
        row.ramIdleBytes(),
        row.ramBytes(),
        row.ramIdlePercent(),
        row.ramPercent(),
        row.powerIdleMicrowatts(),
        row.powerMicrowatts(),
        row.restSeconds(),
        row.overloaded(),
        detail);
  }
}
