package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.measure.WindowReading;
import java.util.HashMap;
import java.util.Map;

/** Interim until energy has it. */
final class Attribution {
  private Attribution() {}

  static Map<String, Double> joules(WindowReading idle, WindowReading reading) {
    double cpu =
        reading.functions().values().stream().mapToDouble(WindowReading.FunctionUsage::cpuSeconds).sum();
    double above = reading.nodeEnergyJoules() - idle.nodePowerWatts() * reading.seconds();
    Map<String, Double> joules = new HashMap<>();
    reading.functions().forEach((name, usage) -> joules.put(name, above * usage.cpuSeconds() / cpu));
    return joules;
  }
}
