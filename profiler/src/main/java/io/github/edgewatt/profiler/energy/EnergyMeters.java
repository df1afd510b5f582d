package io.github.edgewatt.profiler.energy;

import java.io.IOException;
import java.nio.file.Path;

/** Finds the machine's meter. */
public final class EnergyMeters {

  /** Where Linux shows power zones. */
  public static final Path POWERCAP = Path.of("/sys/class/powercap");

  private EnergyMeters() {}

  /** RAPL under {@code root} ({@link #POWERCAP}), or {@link NoMeter} with the reason. */
  public static EnergyMeter detect(Path root) {
    try {
      return RaplMeter.open(root);
    } catch (IOException e) {
      return new NoMeter(e.getMessage());
    }
  }
}
