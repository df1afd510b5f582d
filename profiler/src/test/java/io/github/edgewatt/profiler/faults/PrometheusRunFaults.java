package io.github.edgewatt.profiler.faults;

import io.github.edgewatt.dataset.Verdict.Kind;
import io.github.edgewatt.fixtures.Fault;
import java.time.Duration;
import java.util.List;

/** A Prometheus that fails while a window is under way. */
final class PrometheusRunFaults {
  private static final String QUERIES = "/api/v1/query";

  private PrometheusRunFaults() {}

  /** Brings a fault about, or ends it, at the load on figlet's first call. */
  private interface Breakage {
    void at(FaultWorld world);
  }

  static List<FaultCase> cases() {
    return List.of(
        inWindow(
            "Prometheus is away for 4 s in mid-run",
            world -> {
              double back = world.prometheus.seconds() + 4;
              world
                  .prometheus
                  .server()
                  .fail("/", r -> world.prometheus.seconds() < back ? Fault.closed() : null);
            },
            world -> {},
            Kind.VALID,
            ""),
        inWindow(
            "Prometheus answers 422 in mid-run",
            world -> world.prometheus.refuse(QUERIES, 422, "execution", "too many samples"),
            world -> world.prometheus.server().heal(QUERIES),
            Kind.INVALID,
            "cannot execute the query: execution: too many samples"),
        inWindow(
            "Prometheus answers status:error in mid-run",
            world -> world.prometheus.refuse(QUERIES, 200, "internal", "out of memory"),
            world -> world.prometheus.server().heal(QUERIES),
            Kind.INVALID,
            "refuses: internal: out of memory"),
        inWindow(
            "Prometheus sends HTML in mid-run",
            world -> world.prometheus.server().fail(QUERIES, request -> Fault.html()),
            world -> world.prometheus.server().heal(QUERIES),
            Kind.INVALID,
            "answers with an HTML page"),
        inWindow(
            "Prometheus' answers are partial (warnings)",
            world -> world.prometheus.warn("remote read failed: partial data"),
            world -> world.prometheus.warn(),
            Kind.VALID,
            "Prometheus warns: remote read failed: partial data"),
        inWindow(
            "samples that are NaN",
            world -> {
              // As long as a scrape's interval: exactly one sample; two would be a gap.
              double from = world.prometheus.seconds() + 0.3;
              world.figlet.nan(from, from + FaultWorld.SCRAPE.toMillis() / 1000.0);
            },
            world -> {},
            Kind.VALID,
            "CPU of figlet: samples that were not numbers"),
        inWindow(
            "a container's counter starts again",
            world -> world.figlet.resetAt(world.prometheus.seconds() + 0.5),
            world -> {},
            Kind.VALID,
            ""),
        inWindow(
            "the node's counters start again (reboot)",
            world -> world.idle.resetAt(world.prometheus.seconds() + 0.5),
            world -> {},
            Kind.INVALID,
            "the node's CPU counters went back in the window: was it started again?"),
        inWindow(
            "fewer than two samples in the window",
            world -> {
              double now = world.prometheus.seconds();
              world.cadvisor.down(now + 0.05, now + 3);
            },
            world -> {},
            Kind.INVALID,
            "CPU of figlet: "),
        inWindow(
            "scraping stops (stale series)",
            world -> world.prometheus.stopScraping(world.prometheus.seconds() + 0.5),
            world -> world.prometheus.stopScraping(Double.POSITIVE_INFINITY),
            Kind.INVALID,
            "no sample after the window"),
        new FaultCase(
            "Prometheus' clock is 30 s ahead",
            (title, folder) -> {
              try (FaultWorld world = FaultWorld.faasd(folder)) {
                world.prometheus.skew(Duration.ofSeconds(30));
                try (FaultRun run = world.run()) {
                  return run.end().wentOnFinding(title, "ms off ours");
                }
              }
            }),
        new FaultCase(
            "a container scraped by two jobs",
            (title, folder) -> {
              try (FaultWorld world = FaultWorld.faasd(folder)) {
                FaultWorld.container(
                    world.prometheus.scrape("kubelet", "n1:10250", FaultWorld.SCRAPE), "figlet");
                try (FaultRun run = world.run()) {
                  return run.end()
                      .wentOnWith(title, Kind.VALID, "CPU of figlet is scraped by 2 jobs");
                }
              }
            }));
  }

  private static FaultCase inWindow(
      String name, Breakage breakage, Breakage mending, Kind kind, String reason) {
    return new FaultCase(
        name,
        (title, folder) -> {
          try (FaultWorld world = FaultWorld.faasd(folder)) {
            world.atLoad(() -> breakage.at(world));
            try (FaultRun run = world.run()) {
              run.throughTheFault(world);
              mending.at(world);
              return run.end().wentOnWith(title, kind, reason);
            }
          }
        });
  }
}
