package io.github.edgewatt.weights.wiring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.steering.loop.Rounds;
import io.github.edgewatt.weights.daemon.LastRound;
import io.github.edgewatt.weights.daemon.Totals;
import io.github.edgewatt.weights.http.State;
import io.github.edgewatt.weights.influx.InfluxWriter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The daemon's state as JSON. */
@Singleton
final class DaemonState implements State {
  private final Beans beans;

  @Inject
  DaemonState(Beans beans) {
    this.beans = beans;
  }

  @Override
  public Optional<Snapshot> snapshot() {
    return beans.daemon().map(daemon -> daemon.snapshot(Instant.now()));
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("policy", beans.plan().decider().policy());
    json.put("daemon", beans.daemon().isPresent());
    beans.daemon().ifPresent(daemon -> add(json, daemon));
    return json;
  }

  private void add(ObjectNode json, Daemon daemon) {
    json.put("process", daemon.leadership().name());
    json.put("leading", daemon.leadership().leading());
    json.put("leader", daemon.leadership().leader().orElse(null));
    json.put("intervalSeconds", beans.plan().settings().interval().toMillis() / 1e3);
    json.put("missing", daemon.missing().orElse(null));
    json.put("waiting", daemon.waiting().orElse(null));
    ArrayNode problems = json.putArray("problems");
    daemon.problems().forEach(problems::add);
    rounds(json.putObject("rounds"), daemon.report(), daemon.work().totals());
    daemon.work().last().ifPresent(last -> last(json.putObject("last"), last));
    ObjectNode view = json.putObject("view");
    daemon.view().kept().forEach(view::put);
    ObjectNode dropped = json.putObject("dropped");
    daemon.view().dropped().forEach(dropped::put);
    json.put("eventsDropped", daemon.events().dropped());
    daemon.influx().ifPresent(writer -> influx(json.putObject("influxdb"), writer));
  }

  private static void rounds(ObjectNode json, Rounds.Report report, Totals totals) {
    json.put("done", report.done());
    json.put("failed", report.failed());
    json.put("at", report.last().map(Instant::toString).orElse(null));
    json.put("tookMillis", report.took().toNanos() / 1e6);
    json.put("failure", report.failure().orElse(null));
    json.put("keysWritten", totals.written());
    json.put("keysRemoved", totals.removed());
    json.put("conflicts", totals.conflicts());
    json.put("problems", totals.problems());
  }

  private static void last(ObjectNode json, LastRound last) {
    json.put("at", last.at().toString());
    json.put("nodes", last.nodes());
    json.put("zones", last.zones());
    json.put("gateways", last.gateways());
    json.put("functions", last.functions());
    json.put("pods", last.pods());
    json.put("traces", last.traces());
    json.put("weights", last.weights());
    json.put("changed", last.changed());
    json.put("removed", last.removed());
    json.put("incomplete", last.incomplete().orElse(null));
    json.put("problemCount", last.problemCount());
    ArrayNode problems = json.putArray("problems");
    last.problems().forEach(problems::add);
  }

  private static void influx(ObjectNode json, InfluxWriter writer) {
    json.put("written", writer.written());
    json.put("refused", writer.refused());
    json.put("overflowed", writer.overflowed());
    json.put("waiting", writer.waiting());
  }
}
