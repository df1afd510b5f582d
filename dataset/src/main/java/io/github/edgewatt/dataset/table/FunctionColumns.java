package io.github.edgewatt.dataset.table;

import io.github.edgewatt.dataset.FunctionDetail;
import io.github.edgewatt.dataset.FunctionRow;
import java.util.List;

/** The columns one function has in a table of measurements: upstream's nine, then our details. */
final class FunctionColumns {
  private FunctionColumns() {}

  static List<String> upstream(String function) {
    return List.of(
        "function_" + function,
        "rate_function_" + function,
        "success_rate_function_" + function,
        "cpu_usage_function_" + function,
        "ram_usage_function_" + function,
        "power_usage_function_" + function,
        "replica_" + function,
        "overloaded_function_" + function,
        "medium_latency_function_" + function);
  }

  static List<String> upstream(FunctionRow row) {
    return List.of(
        row.function(),
        Integer.toString(row.rate()),
        Text.decimal3(row.successRate()),
        Text.decimal3(row.cpuPercent()),
        Text.decimal3(row.ramBytes()),
        Text.decimal3(row.powerMicrowatts()),
        Text.count(row.replicas()),
        Text.flag(row.overloaded()),
        Text.whole(row.meanLatencyNanos()));
  }

  static List<String> detail(String function) {
    return List.of(
        "due_requests_" + function,
        "sent_requests_" + function,
        "succeeded_requests_" + function,
        "client_errors_" + function,
        "server_errors_" + function,
        "timeouts_" + function,
        "connection_errors_" + function,
        "dropped_requests_" + function,
        "unfinished_requests_" + function,
        "sent_per_second_" + function,
        "latency_p50_ms_" + function,
        "latency_p90_ms_" + function,
        "latency_p99_ms_" + function,
        "latency_p999_ms_" + function,
        "latency_max_ms_" + function,
        "service_p50_ms_" + function,
        "service_p99_ms_" + function,
        "send_lag_p99_us_" + function,
        "cpu_ms_per_request_" + function,
        "joules_per_request_" + function,
        "most_replicas_" + function);
  }

  static List<String> detail(FunctionDetail detail) {
    return List.of(
        Text.count(detail.due()),
        Text.count(detail.sent()),
        Text.count(detail.succeeded()),
        Text.count(detail.clientErrors()),
        Text.count(detail.serverErrors()),
        Text.count(detail.timeouts()),
        Text.count(detail.connectionErrors()),
        Text.count(detail.dropped()),
        Text.count(detail.unfinished()),
        Text.exact(detail.sentRate()),
        Text.exact(detail.latencyP50Millis()),
        Text.exact(detail.latencyP90Millis()),
        Text.exact(detail.latencyP99Millis()),
        Text.exact(detail.latencyP999Millis()),
        Text.exact(detail.latencyMaxMillis()),
        Text.exact(detail.serviceP50Millis()),
        Text.exact(detail.serviceP99Millis()),
        Text.exact(detail.sendLagP99Micros()),
        Text.exact(detail.cpuMillisPerRequest()),
        Text.exact(detail.joulesPerRequest()),
        Text.count(detail.replicasMax()));
  }

  /** What came later, at the end of the line so that older tables read as they were. */
  static List<String> added(String function) {
    return List.of(
        "mean_replicas_" + function, "working_set_bytes_" + function, "meter_power_uw_" + function);
  }

  static List<String> added(FunctionDetail detail) {
    return List.of(
        Text.exact(detail.replicasMean()),
        Text.exact(detail.workingSetBytes()),
        Text.exact(detail.meterPowerMicrowatts()));
  }

  static FunctionRow upstream(Cells cells, String function) {
    cells.nextNamed(function);
    return new FunctionRow(
        function,
        cells.nextRate(),
        cells.nextShare(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextSmallCount(),
        cells.nextFlag(),
        cells.nextFigure(),
        Absent.FUNCTION_DETAIL);
  }

  static FunctionDetail detail(Cells cells) {
    return new FunctionDetail(
        cells.nextCount(),
        cells.nextCount(),
        cells.nextCount(),
        cells.nextCount(),
        cells.nextCount(),
        cells.nextCount(),
        cells.nextCount(),
        cells.nextCount(),
        cells.nextCount(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextSmallCount(),
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  static FunctionDetail withAdded(FunctionDetail detail, Cells cells) {
    return new FunctionDetail(
        detail.due(),
        detail.sent(),
        detail.succeeded(),
        detail.clientErrors(),
        detail.serverErrors(),
        detail.timeouts(),
        detail.connectionErrors(),
        detail.dropped(),
        detail.unfinished(),
        detail.sentRate(),
        detail.latencyP50Millis(),
        detail.latencyP90Millis(),
        detail.latencyP99Millis(),
        detail.latencyP999Millis(),
        detail.latencyMaxMillis(),
        detail.serviceP50Millis(),
        detail.serviceP99Millis(),
        detail.sendLagP99Micros(),
        detail.cpuMillisPerRequest(),
        detail.joulesPerRequest(),
        detail.replicasMax(),
        cells.nextFigure(),
        cells.nextFigure(),
        cells.nextFigure());
  }

  static FunctionRow with(FunctionRow row, FunctionDetail detail) {
    return new FunctionRow(
        row.function(),
        row.rate(),
        row.successRate(),
        row.cpuPercent(),
        row.ramBytes(),
        row.powerMicrowatts(),
        row.replicas(),
        row.overloaded(),
        row.meanLatencyNanos(),
        detail);
  }
}
