package io.github.edgewatt.profiler.energy;

import java.util.Objects;

/**
 * No meter, and why.
 *
 * @param reason one line for {@code run.json} and the screen
 */
public record NoMeter(String reason) implements EnergyMeter {
  public NoMeter {
    Objects.requireNonNull(reason, "reason is null");
  }

  @Override
  public String name() {
    return "none";
  }

  @Override
  public String description() {
    return reason;
  }

  @Override
  public double readJoules() {
    return Double.NaN;
  }
}
