package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.profiler.doctor.Doctor;
import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.EnergyMeters;
import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.measure.host.HostMeter;
import io.github.edgewatt.profiler.proc.ContainerProcesses;
import java.util.Optional;

/** A gateway on this machine, watched as the local platform is: functions by their processes. */
final class HostWatch implements NodeWatch {

  @Override
  public WatchedNode examine(SiteRequest request, String namespace) throws InterruptedException {
    EnergyMeter energy = EnergyMeters.detect(EnergyMeters.POWERCAP);
    Optional<PowerModel> estimate = request.estimate();
    ContainerProcesses processes = ContainerProcesses.ofThisMachine();
    return new WatchedNode(
        replicas -> HostMeter.start(energy, estimate),
        OpenSite.power(energy.name(), energy.description(), estimate),
        LocalMachine.facts(),
        Doctor.ofThisMachine(request.output(), energy).examine(),
        Optional.of(name -> processes.roots(namespace, name)),
        () -> {});
  }
}
