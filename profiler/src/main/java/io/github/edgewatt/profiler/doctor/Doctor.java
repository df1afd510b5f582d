package io.github.edgewatt.profiler.doctor;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.proc.Proc;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Examines the machine before something is measured on it. */
public final class Doctor {

  /** Long enough for 10 ms ticks to show a process that takes a fifth of a core. */
  private static final long PAUSE_MILLIS = 250;

  private final Machine machine;

  Doctor(Machine machine) {
    this.machine = machine;
  }

  /**
   * The doctor of this machine.
   *
   * @param output where results will go; need not exist yet
   * @param meter what {@link io.github.edgewatt.profiler.energy.EnergyMeters} found
   */
  public static Doctor ofThisMachine(Path output, EnergyMeter meter) {
    Machine.JavaRuntime java =
        new Machine.JavaRuntime(
            Runtime.version().feature(),
            System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
            System.getProperty("java.vm.info", ""),
            String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
    return new Doctor(
        new Machine(
            Proc.ofThisMachine(),
            Path.of("/sys"),
            ProcessHandle.current().pid(),
            output,
            folder -> Files.getFileStore(folder).getUsableSpace(),
            meter,
            java,
            () -> TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS)));
  }

  /** Does every check; takes about a third of a second, most of it watching what else runs. */
  public List<Finding> examine() throws InterruptedException {
    Activity before = Activity.now(machine.proc());
    machine.pause().run();
    Activity after = Activity.now(machine.proc());
    return List.of(
        CpuChecks.coreCount(machine),
        CpuLimitCheck.examine(machine),
        CpuChecks.governor(machine),
        CpuChecks.turbo(machine),
        CpuChecks.smt(machine),
        CpuChecks.steal(before, after),
        CpuChecks.clockSource(machine),
        CpuChecks.timerSlack(machine),
        MemoryChecks.memory(machine),
        MemoryChecks.swap(machine),
        LoadChecks.loadAverage(machine),
        LoadChecks.competing(machine, before, after),
        LoadChecks.containers(after),
        SystemChecks.disk(machine),
        SystemChecks.openFiles(machine),
        SystemChecks.meter(machine),
        SystemChecks.java(machine));
  }
}
