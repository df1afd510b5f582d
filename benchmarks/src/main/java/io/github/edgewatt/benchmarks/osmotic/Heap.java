package io.github.edgewatt.benchmarks.osmotic;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the replay takes of memory. */
final class Heap {
  private static final double MEBIBYTE = 1 << 20;
  private static final int PARTS = 4;

  private Heap() {}

  /** The sum of the heap's pools' peaks since the start, in MiB; at least what it ever used. */
  static double peakMebibytes() {
    double bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
      }
    }
    return bytes / MEBIBYTE;
  }

  /** Lives a day alone; one line on what is live after each quarter of it, in MiB. */
  static String overADay(World world, Contender contender) {
    Day day = new Day(world, contender);
    List<String> live = new ArrayList<>();
    for (int part = 1; part <= PARTS; part++) {
      day.run(Day.DAY_SECONDS * part / PARTS);
      live.add(String.format(Locale.ROOT, "%.1f", liveMebibytes()));
    }
    return "live heap after 6, 12, 18 and 24 h of a day over "
        + world.zones()
        + " zones ("
        + contender.name()
        + "): "
        + String.join(", ", live)
        + " MiB";
  }

  private static double liveMebibytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
  }
}
