package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.dataset.run.Machine;
import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/** This machine, as a run's manifest keeps it. */
final class LocalMachine {
  private LocalMachine() {}

  static Machine facts() {
    SystemInfo system = new SystemInfo();
    HardwareAbstractionLayer hardware = system.getHardware();
    OperatingSystem os = system.getOperatingSystem();
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        hardware.getMemory().getTotal(),
        hardware.getProcessor().getProcessorIdentifier().getName().strip(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        os.getFamily() + " " + os.getVersionInfo().getVersion(),
        "JDK " + System.getProperty("java.version") + " " + System.getProperty("java.vendor"));
  }
}
