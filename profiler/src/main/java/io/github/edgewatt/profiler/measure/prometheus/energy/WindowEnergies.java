package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.ExporterMeter;
import io.github.edgewatt.profiler.energy.ExporterMeters;
import io.github.edgewatt.profiler.energy.NoWindowEnergy;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.measure.prometheus.energy.MeterProbe.Absent;
import io.github.edgewatt.profiler.measure.prometheus.energy.MeterProbe.Finding;
import io.github.edgewatt.profiler.measure.prometheus.energy.MeterProbe.NotYet;
import io.github.edgewatt.profiler.measure.prometheus.energy.MeterProbe.There;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the node's meter: what Prometheus has, in the order of {@link ExporterMeters#IN_ORDER},
 * then the host's own counters where this is the node, else none. The description says what was
 * found, and why what comes before it was passed over.
 */
public final class WindowEnergies {
  private WindowEnergies() {}

  /**
   * Looks for a meter. One that is there and has not moved yet (just started) is given the setup's
   * patience before another is taken in its place.
   *
   * @param host the meter of this machine, where this machine is the node; else empty
   * @return never fails: {@link NoWindowEnergy} with the reasons
   */
  public static WindowEnergy find(EnergySetup setup, Optional<EnergyMeter> host)
      throws InterruptedException {
    List<String> passedOver = new ArrayList<>();
    Optional<WindowEnergy> exporter = exporter(setup, passedOver);
    if (exporter.isPresent()) {
      return exporter.get();
    }
    if (host.isEmpty()) {
      passedOver.add("host counters: the profiler runs on another machine");
    } else if (host.get().name().equals("none")) {
      passedOver.add("host counters: " + host.get().description());
    } else {
      return HostWindowEnergy.start(host.get(), "; passed over: " + list(passedOver));
    }
    return new NoWindowEnergy("no power meter: " + list(passedOver));
  }

  /**
   * What finds a meter's series, for whoever asks how often they are scraped; empty for a meter
   * outside Prometheus.
   */
  public static Optional<String> selector(WindowEnergy energy, EnergyQueries queries) {
    return energy instanceof ExporterEnergy exporter
        ? Optional.of(queries.selector(exporter.meter().queries().get(0)))
        : Optional.empty();
  }

  private static Optional<WindowEnergy> exporter(EnergySetup setup, List<String> passedOver)
      throws InterruptedException {
    MeterProbe probe = new MeterProbe(setup);
    long deadline = setup.patience().deadline();
    Optional<WindowEnergy> second = Optional.empty();
    boolean waiting;
    do {
      passedOver.clear();
      waiting = false;
      second = Optional.empty();
      try {
        for (ExporterMeter meter : ExporterMeters.IN_ORDER) {
          Finding finding = probe.probe(meter, setup.patience().now());
          String query = meter.queries().get(0);
          if (finding instanceof There there) {
            second = Optional.of(energy(setup, there.found(), passedOver));
            break;
          } else if (finding instanceof NotYet notYet) {
            passedOver.add(query + ": " + notYet.reason());
            waiting = true;
          } else if (finding instanceof Absent absent) {
            passedOver.add(query + ": " + absent.reason());
          }
        }
      } catch (PrometheusException e) {
        passedOver.clear();
        passedOver.add("Prometheus: " + e.getMessage());
      }
    } while (waiting && setup.patience().again(deadline));
    return second;
  }

  private static WindowEnergy energy(EnergySetup setup, FoundMeter found, List<String> passedOver) {
    String description =
        found.meter().description()
            + (passedOver.isEmpty() ? "" : "; passed over: " + list(passedOver));
    return new ExporterEnergy(setup, found, description);
  }

  private static String list(List<String> reasons) {
    return String.join("; ", reasons);
  }
}
