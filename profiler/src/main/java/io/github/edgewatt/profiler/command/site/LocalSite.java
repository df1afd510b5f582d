package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.dataset.run.UserFolder;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.doctor.Doctor;
import io.github.edgewatt.profiler.doctor.DoctorReport;
import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.EnergyMeters;
import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.measure.host.HostMeter;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.local.LocalPlatform;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** This machine: functions as processes, counters and energy from the kernel. */
final class LocalSite implements Site {
  private static final List<String> UPSTREAM_SIX =
      List.of("figlet", "shasum", "nmap", "env", "curl", "eat-memory");

  @Override
  public List<String> defaultFunctions() {
    return UPSTREAM_SIX;
  }

  @Override
  public List<FunctionSpec> functions(List<String> names) throws UsageException, PlatformException {
    return Workloads.named(names);
  }

  @Override
  public OpenSite open(SiteRequest request)
      throws UsageException, PlatformException, InterruptedException {
    EnergyMeter energy = EnergyMeters.detect(EnergyMeters.POWERCAP);
    Optional<PowerModel> estimate = request.estimate();
    DoctorReport doctor =
        new DoctorReport(Doctor.ofThisMachine(request.output(), energy).examine());
    Path logs = UserFolder.cache().resolve("logs").resolve(request.runId());
    LocalPlatform platform =
        LocalPlatform.open(Workloads.runtime(), UserFolder.cache(), logs, request.runId());
    return new OpenSite(
        platform,
        HostMeter.start(energy, estimate),
        OpenSite.power(energy.name(), energy.description(), estimate),
        LocalMachine.facts(),
        doctor,
        List.of(),
        () -> {});
  }
}
