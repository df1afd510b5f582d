package io.github.edgewatt.profiler.energy;

import java.util.List;
import java.util.Objects;

/**
 * No meter, and why.
 *
 * @param description one line for {@code run.json} and the screen: why each meter was passed over
 */
public record NoWindowEnergy(String description) implements WindowEnergy {
  public NoWindowEnergy {
    Objects.requireNonNull(description, "description is null");
  }

  @Override
  public String name() {
    return "none";
  }

  @Override
  public EnergyReading read(List<String> functions, long fromNanos, long toNanos) {
    return EnergyReading.none();
  }
}
