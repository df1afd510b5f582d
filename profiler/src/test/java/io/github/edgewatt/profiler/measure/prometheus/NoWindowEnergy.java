package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.energy.EnergyReading;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import java.util.List;

/** No power meter. */
final class NoWindowEnergy implements WindowEnergy {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public String description() {
    return "none";
  }

  @Override
  public EnergyReading read(List<String> functions, long fromNanos, long toNanos) {
    return EnergyReading.none();
  }
}
