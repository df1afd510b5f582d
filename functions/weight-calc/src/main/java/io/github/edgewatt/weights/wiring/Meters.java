package io.github.edgewatt.weights.wiring;

import io.github.edgewatt.weights.influx.InfluxWriter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What {@code /metrics} tells of rounds. */
final class Meters {
  private static final double NANOS = 1e9;

  private final Daemon daemon;
  private final MeterRegistry registry;

  private Meters(Daemon daemon, MeterRegistry registry) {
    this.daemon = daemon;
    this.registry = registry;
  }

  static void register(Daemon daemon, MeterRegistry registry) {
    new Meters(daemon, registry).all();
  }

  private void all() {
    count("rounds", "Rounds done, failed ones too", one -> one.report().done());
    count("rounds.failed", "Rounds that failed", one -> one.report().failed());
    count("keys.written", "Keys written to etcd", one -> one.work().totals().written());
    count("keys.removed", "Stale keys removed", one -> one.work().totals().removed());
    count(
        "conflicts",
        "Transactions that found a key changed by somebody else",
        one -> one.work().totals().conflicts());
    count(
        "problems",
        "What could not be weighed, written or told",
        one -> one.work().totals().problems());
    count("events.dropped", "Events dropped before Redis", one -> one.events().dropped());
    gauge("leading", "1 while this process leads", one -> one.leadership().leading() ? 1 : 0);
    gauge(
        "round.seconds",
        "How long the last round took",
        one -> one.report().took().toNanos() / NANOS);
    for (String reason : daemon.view().dropped().keySet()) {
      FunctionCounter.builder(
              "edgewatt.weights.telemetry.dropped",
              daemon,
              one -> one.view().dropped().getOrDefault(reason, 0L))
          .description("What sources told and the view left out, by why")
          .tag("reason", reason)
          .register(registry);
    }
    daemon.influx().ifPresent(this::influx);
  }

  private void influx(InfluxWriter writer) {
    lines(writer, "written", InfluxWriter::written);
    lines(writer, "refused", InfluxWriter::refused);
    lines(writer, "overflowed", InfluxWriter::overflowed);
    Gauge.builder("edgewatt.weights.influxdb.waiting", writer, InfluxWriter::waiting)
        .description("Lines that wait for InfluxDB")
        .register(registry);
  }

  private void lines(InfluxWriter writer, String how, ToDoubleFunction<InfluxWriter> figure) {
    FunctionCounter.builder("edgewatt.weights.influxdb.lines", writer, figure)
        .description("Lines for InfluxDB, by how they ended")
        .tag("outcome", how)
        .register(registry);
  }

  private void count(String name, String what, ToDoubleFunction<Daemon> figure) {
    FunctionCounter.builder("edgewatt.weights." + name, daemon, figure)
        .description(what)
        .register(registry);
  }

  private void gauge(String name, String what, ToDoubleFunction<Daemon> figure) {
    Gauge.builder("edgewatt.weights." + name, daemon, figure).description(what).register(registry);
  }
}
