package io.github.edgewatt.profiler.faults;

import io.github.edgewatt.fixtures.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Prometheus that is not fit when a run begins: one line, and nothing is written. */
final class PrometheusStartFaults {
  private static final String API = "/api/";

  private PrometheusStartFaults() {}

  private interface Breakage {
    void of(FaultWorld world);
  }

  static List<FaultCase> cases() {
    return List.of(
        refused("Prometheus is down", 1, "refuses connections", world -> world.prometheus.close()),
        refused(
            "Prometheus answers 503",
            1,
            "is not available (HTTP 503): timeout: query timed out",
            world -> world.prometheus.refuse(API, 503, "timeout", "query timed out")),
        refused(
            "Prometheus answers 422",
            1,
            "cannot execute the query: execution: too many samples",
            world -> world.prometheus.refuse(API, 422, "execution", "too many samples")),
        refused(
            "Prometheus answers status:error with 200",
            1,
            "refuses: internal: out of memory",
            world -> world.prometheus.refuse(API, 200, "internal", "out of memory")),
        refused(
            "Prometheus is behind a login page (HTML)",
            1,
            "answers with an HTML page: is it behind a login",
            world -> world.prometheus.server().fail(API, request -> Fault.html())),
        refused(
            "Prometheus' answer is cut",
            1,
            "Prometheus at ",
            world -> world.prometheus.server().fail(API, request -> Fault.truncated())),
        refused(
            "Prometheus scrapes no node-exporter (empty)",
            2,
            "has no node_cpu_seconds_total: let it scrape a node-exporter",
            world -> world.prometheus.hide("node_cpu_seconds_total")),
        refused(
            "two nodes where one is expected",
            2,
            "Prometheus knows 2 nodes: choose one with --node: n1:9100, n2:9100",
            world ->
                world
                    .prometheus
                    .scrape("node", "n2:9100", FaultWorld.SCRAPE)
                    .add("node_cpu_seconds_total", Map.of("cpu", "0", "mode", "idle"), t -> t)),
        refused(
            "scrape interval longer than the window",
            2,
            "is scraped every 5 s, so a window of 1 s has no two samples: take a DURATION",
            world ->
                FaultWorld.container(
                    world.prometheus.scrape("cadvisor", "n2:8080", Duration.ofSeconds(5)),
                    "curl")));
  }

  private static FaultCase refused(String name, int exit, String says, Breakage breakage) {
    return new FaultCase(
        name,
        (title, folder) -> {
          try (FaultWorld world = FaultWorld.faasd(folder)) {
            breakage.of(world);
            try (FaultRun run = world.run()) {
              return run.end().refused(title, exit, says);
            }
          }
        });
  }
}
