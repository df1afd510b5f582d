package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.dataset.run.Machine;
import io.github.edgewatt.dataset.run.Meter;
import io.github.edgewatt.profiler.doctor.DoctorReport;
import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.platform.FunctionPlatform;
import java.util.List;
import java.util.Optional;

/**
 * A site that is up.
 *
 * @param platform runs the functions
 * @param meter watches them
 * @param power where power comes from, as the manifest keeps it
 * @param machine what is measured
 * @param doctor whether it is fit to be
 * @param remarks lines for the head of a run
 * @param release gives up what platform and meter do not close themselves
 */
public record OpenSite(
    FunctionPlatform platform,
    NodeMeter meter,
    Meter power,
    Machine machine,
    DoctorReport doctor,
    List<String> remarks,
    Runnable release)
    implements AutoCloseable {
  public OpenSite {
    remarks = List.copyOf(remarks);
  }

  /** The power meter as a manifest keeps it; an estimate where there is none but a model. */
  static Meter power(String name, String description, Optional<PowerModel> estimate) {
    return name.equals("none") && estimate.isPresent()
        ? new Meter("estimate", "linear in CPU, " + estimate.get() + "; " + description)
        : new Meter(name, description);
  }

  /** Stops watching, then removes what was started. */
  @Override
  public void close() {
    try {
      meter.close();
    } finally {
      try {
        platform.close();
      } finally {
        release.run();
      }
    }
  }
}
