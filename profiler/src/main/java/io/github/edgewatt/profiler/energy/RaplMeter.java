package io.github.edgewatt.profiler.energy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Intel's and AMD's Running Average Power Limit counters through Linux's powercap folder: every
 * package and its DRAM. Core and uncore zones lie inside the package, psys around it, and the
 * {@code mmio} zones are the same counters a second time, so none of them is added. Not
 * thread-safe.
 */
public final class RaplMeter implements EnergyMeter {
  private final List<RaplZone> zones;
  private String problem = "";

  private RaplMeter(List<RaplZone> zones) {
    this.zones = zones;
  }

  /**
   * Opens the meter under {@code root}, {@code /sys/class/powercap}.
   *
   * @throws IOException with one line that says why there is none
   */
  static RaplMeter open(Path root) throws IOException {
    List<RaplZone> zones = new ArrayList<>();
    for (Path zone : zones(root, "intel-rapl:[0-9]*").values()) {
      if (name(zone).startsWith("package")) {
        zones.add(open(zone, "a package"));
        // Sub-zones lie inside the zone, and in the class folder beside it as well.
        SortedMap<String, Path> parts = zones(root, zone.getFileName() + ":[0-9]*");
        parts.putAll(zones(zone, zone.getFileName() + ":[0-9]*"));
        for (Path part : parts.values()) {
          if (name(part).equals("dram")) {
            zones.add(open(part, "memory"));
          }
        }
      }
    }
    if (zones.isEmpty()) {
      throw new IOException("no RAPL package under " + root + ": a virtual machine, or not x86");
    }
    RaplMeter meter = new RaplMeter(List.copyOf(zones));
    meter.check();
    return meter;
  }

  private static SortedMap<String, Path> zones(Path folder, String glob) throws IOException {
    SortedMap<String, Path> found = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
        for (Path entry : entries) {
          found.put(entry.getFileName().toString(), entry);
        }
      }
    }
    return found;
  }

  private static String name(Path zone) {
    try {
      return RaplZone.text(zone.resolve("name"));
    } catch (IOException e) {
      return "";
    }
  }

  private static RaplZone open(Path zone, String what) throws IOException {
    try {
      return RaplZone.open(zone);
    } catch (IOException e) {
      throw new IOException("RAPL counts " + what + " in " + zone + ", but " + why(e), e);
    }
  }

  private void check() throws IOException {
    boolean counts = false;
    for (RaplZone zone : zones) {
      try {
        counts |= zone.counts();
        zone.readJoules();
      } catch (IOException e) {
        throw new IOException("RAPL is there, but " + why(e), e);
      }
    }
    if (!counts) {
      throw new IOException("RAPL's counters stand at 0: the hypervisor does not pass them on");
    }
  }

  @Override
  public String name() {
    return "rapl";
  }

  @Override
  public String description() {
    String names = zones.stream().map(RaplZone::name).collect(Collectors.joining(" + "));
    return "rapl: " + names + (problem.isEmpty() ? "" : " (" + problem + ")");
  }

  /**
   * Joules of all packages and their memory since the meter was opened; NaN while any of them
   * cannot be read, because a sum without one would look like a saving.
   */
  @Override
  public double readJoules() {
    double sum = 0;
    String failed = "";
    for (RaplZone zone : zones) {
      try {
        sum += zone.readJoules();
      } catch (IOException e) {
        failed = why(e);
      }
    }
    problem = failed;
    return failed.isEmpty() ? sum : Double.NaN;
  }

  private static String why(IOException error) {
    if (error instanceof AccessDeniedException denied) {
      return "only root may read %s (sudo chmod a+r %s)"
          .formatted(denied.getFile(), denied.getFile());
    }
    return error.getClass() == IOException.class
        ? error.getMessage()
        : error.getClass().getSimpleName() + " " + error.getMessage();
  }
}
