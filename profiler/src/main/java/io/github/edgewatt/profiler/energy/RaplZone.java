package io.github.edgewatt.profiler.energy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One counter of the powercap interface. {@code energy_uj} starts again from 0 after {@code
 * max_energy_range_uj} (every 20 minutes or so on a busy server), which is unrolled here: an
 * increase is {@code now - last}, or {@code now + range - last} after a wrap.
 */
final class RaplZone {
  private final Path energy;
  private final String name;
  private final long rangeMicrojoules;
  private long lastMicrojoules = -1;
  private double joules;

  private RaplZone(Path energy, String name, long rangeMicrojoules) {
    this.energy = energy;
    this.name = name;
    this.rangeMicrojoules = rangeMicrojoules;
  }

  /** Opens a zone's folder. */
  static RaplZone open(Path folder) throws IOException {
    long range = number(folder.resolve("max_energy_range_uj"));
    if (range <= 0) {
      throw new IOException("max_energy_range_uj is " + range);
    }
    return new RaplZone(folder.resolve("energy_uj"), text(folder.resolve("name")), range);
  }

  String name() {
    return name;
  }

  /** Joules since the first reading. */
  double readJoules() throws IOException {
    long now = number(energy);
    if (lastMicrojoules >= 0) {
      long step = now - lastMicrojoules;
      joules += (step >= 0 ? step : step + rangeMicrojoules) * 1e-6;
    }
    lastMicrojoules = now;
    return joules;
  }

  /** Whether the counter has ever moved: one that stands at 0 is a hypervisor's stand-in. */
  boolean counts() throws IOException {
    return number(energy) > 0;
  }

  static String text(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  private static long number(Path file) throws IOException {
    String text = text(file);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IOException("no number in " + file, e);
    }
  }
}
