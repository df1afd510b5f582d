package io.github.edgewatt.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.fixtures.FakePrometheusSeries;
import java.util.List;
import java.util.Map;

/** Power meters that fail: power is then absent with its reason, and never 0. */
final class EnergyRunFaults {
  private static final double ABSENT = Double.NaN;

  private EnergyRunFaults() {}

  /** Sets a meter up; what it returns fails later. */
  private interface Setup {
    void of(FaultWorld world);
  }

  static List<FaultCase> cases() {
    return List.of(
        fromTheStart("no meter anywhere", world -> {}, "no such series", ABSENT),
        fromTheStart(
            "meter stands at 0 (no sensor, a VM)",
            world -> world.scaphandre(t -> 0),
            "the meter stands at 0: it has no sensor",
            ABSENT),
        fromTheStart(
            "meter stuck from the start",
            world -> world.scaphandre(t -> 14e6),
            "the meter stands still",
            ABSENT),
        fromTheStart(
            "zones that hold each other (never added)",
            world ->
                List.of("package", "core", "psys")
                    .forEach(
                        zone ->
                            world.power.add(
                                "kepler_node_cpu_joules_total",
                                Map.of("zone", zone),
                                t -> 40_000 + 40 * t)),
            "meter kepler",
            40),
        inWindow(
            "meter stuck in mid-run",
            (world, meter) -> world.stopMeter(world.prometheus.seconds() + 0.3),
            "the meter stands still",
            ABSENT),
        inWindow(
            "meter gone in mid-run",
            (world, meter) -> meter.until(world.prometheus.seconds() + 0.3),
            "scaphandre: no sample after the window",
            ABSENT),
        inWindow(
            "meter restarted or wrapped in mid-run",
            (world, meter) -> meter.resetAt(world.prometheus.seconds() + 0.5),
            "wrapped or was restarted",
            40),
        inWindow(
            "sum of processes > host",
            (world, meter) ->
                world.power.add(
                    "scaph_process_power_consumption_microwatts",
                    Map.of("pid", "7", "container_names", "figlet.1"),
                    t -> 60e6),
            "add up to",
            40));
  }

  private static FaultCase fromTheStart(String name, Setup setup, String says, double watts) {
    return new FaultCase(
        name,
        (title, folder) -> {
          try (FaultWorld world = FaultWorld.faasd(folder)) {
            setup.of(world);
            try (FaultRun run = world.run()) {
              FaultEnd end = run.end();
              FaultLine line = end.wentOn(title, says);
              assertThat(end.readable().rows()).allSatisfy(row -> assertPower(row, watts));
              return with(line, watts);
            }
          }
        });
  }

  /** Brings a fault about at the second row's first call. */
  private interface Breakage {
    void at(FaultWorld world, FakePrometheusSeries meter);
  }

  private static FaultCase inWindow(String name, Breakage breakage, String says, double watts) {
    return new FaultCase(
        name,
        (title, folder) -> {
          try (FaultWorld world = FaultWorld.faasd(folder)) {
            FakePrometheusSeries meter = world.scaphandre(world.meter(40));
            world.atLoad(() -> breakage.at(world, meter));
            try (FaultRun run = world.run()) {
              run.throughTheFault(world);
              FaultEnd end = run.end();
              FaultLine line = end.wentOn(title, says);
              assertThat(end.before()).allSatisfy(row -> assertPower(row, 40));
              List<MeasurementRow> rows = end.readable().rows();
              MeasurementRow last = rows.get(rows.size() - 1);
              assertPower(last, watts);
              return with(line, watts);
            }
          }
        });
  }

  private static FaultLine with(FaultLine line, double watts) {
    String power = Double.isNaN(watts) ? "power nan" : "power %.0f W".formatted(watts);
    return new FaultLine(line.fault(), line.seen(), line.exit(), power + "; " + line.stored());
  }

  private static void assertPower(MeasurementRow row, double watts) {
    double seen = row.node().powerMicrowatts() / 1e6;
    if (Double.isNaN(watts)) {
      assertThat(seen).isNaN();
    } else {
      assertThat(seen).isCloseTo(watts, within(0.05 * watts));
    }
  }
}
