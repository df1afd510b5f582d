package io.github.edgewatt.profiler.energy;

import io.github.edgewatt.profiler.energy.ExporterMeter.Form;
import io.github.edgewatt.profiler.energy.ExporterMeter.Own;
import java.util.List;
import java.util.Optional;

/**
 * The meters known, the preferred first. Scaphandre comes first because it is the one that upstream
 * measures with and that sees into virtual machines; a counter before a gauge, because a counter
 * loses nothing between two samples.
 */
public final class ExporterMeters {
  private static final double MICRO = 1e-6;

  /** Scaphandre 1.0 takes the time of its last request for the time of its last refresh. */
  private static final String SCAPHANDRE_STILL =
      "Scaphandre reads its sensor only when it was last asked more than 2 s ago; let one"
          + " Prometheus alone scrape it, every 3 s or slower";

  private static final Optional<Own> SCAPHANDRE_OWN =
      Optional.of(
          new Own(
              "scaphandre-process-power",
              Form.GAUGE,
              MICRO,
              "the node's whole power by the process's share of CPU, idle power included"));

  /** Scaphandre's counter: raw counters of the kernel, added. */
  public static final ExporterMeter SCAPHANDRE =
      new ExporterMeter(
          "scaphandre",
          "Scaphandre's energy counter of the host: psys where the machine has it, else packages"
              + " and memory",
          Form.COUNTER,
          List.of("scaphandre-host-energy"),
          MICRO,
          List.of(),
          "",
          SCAPHANDRE_OWN,
          SCAPHANDRE_STILL);

  /** Scaphandre's power where the counter is not there. */
  public static final ExporterMeter SCAPHANDRE_POWER =
      new ExporterMeter(
          "scaphandre",
          "Scaphandre's power of the host, its time-weighted mean times the window",
          Form.GAUGE,
          List.of("scaphandre-host-power"),
          MICRO,
          List.of(),
          "",
          SCAPHANDRE_OWN,
          SCAPHANDRE_STILL);

  /**
   * Kepler from 0.10 on, zone {@code package}. Zones lie within each other (core in package,
   * package in psys), so they are never added. Package rather than psys: every machine with RAPL
   * has it, it is what CPU time drives, and it compares between machines; psys covers what the
   * maker of the board connected to it, a screen or nothing. Memory is outside the package and not
   * counted. Sockets are told apart by {@code path}.
   */
  public static final ExporterMeter KEPLER =
      new ExporterMeter(
          "kepler",
          "Kepler's counter of zone package, all sockets, without memory",
          Form.COUNTER,
          List.of("kepler-node-energy"),
          1,
          List.of("zone", "path"),
          "",
          Optional.of(
              new Own(
                  "kepler-container-energy",
                  Form.COUNTER,
                  1,
                  "the package's active energy by the container's share of CPU time")),
          "");

  /**
   * Kepler before 0.10: package and memory. These two are separate domains of RAPL, so their sum
   * counts nothing twice and is what Scaphandre and the host's own counters give. {@code mode} idle
   * and dynamic are parts of one energy; several {@code source}s are the same energy again.
   */
  public static final ExporterMeter KEPLER_OLD =
      new ExporterMeter(
          "kepler",
          "Kepler's counters (before 0.10) of packages and memory, dynamic and idle",
          Form.COUNTER,
          List.of("kepler-old-package-energy", "kepler-old-dram-energy"),
          1,
          List.of("package", "dram", "mode"),
          "source",
          Optional.of(
              new Own(
                  "kepler-old-container-energy",
                  Form.COUNTER,
                  1,
                  "the container's share of dynamic and of idle energy, all components")),
          "");

  /** node-exporter's RAPL collector: raw counters, so wraps show. */
  public static final ExporterMeter NODE_EXPORTER =
      new ExporterMeter(
          "rapl",
          "node-exporter's RAPL counters of packages and memory",
          Form.COUNTER,
          List.of("node-exporter-package-energy", "node-exporter-dram-energy"),
          1,
          List.of("index", "path"),
          "",
          Optional.empty(),
          "");

  /** In the order in which they are looked for; then come the host's own counters. */
  public static final List<ExporterMeter> IN_ORDER =
      List.of(SCAPHANDRE, SCAPHANDRE_POWER, KEPLER, KEPLER_OLD, NODE_EXPORTER);

  private ExporterMeters() {}
}
