package io.github.edgewatt.profiler.experiment.measure;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.proc.Proc;
import io.github.edgewatt.profiler.proc.ProcStat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code usage.csv}: CPU seconds since its start and memory of each consumer's process, one row
 * each a second, from Linux' own counters (10 ms). A process that went keeps no rows from then on.
 */
final class UsageLog implements AutoCloseable {
  static final String NAME = "usage.csv";
  static final String HEADER = "time_ms,consumer,cpu_seconds,memory_mb";
  private static final double PAGES_PER_MB = 256;

  private final Path file;
  private final BufferedWriter out;
  private final Proc proc;
  private final Clock clock;
  private final Map<String, Long> pids;
  private final Map<String, Long> starts = new LinkedHashMap<>();

  UsageLog(Path folder, Map<String, Long> pids, Proc proc, Clock clock) throws DatasetException {
    this.file = folder.resolve(NAME);
    this.pids = new LinkedHashMap<>(pids);
    this.proc = proc;
    this.clock = clock;
    pids.forEach(
        (name, pid) -> proc.stat(pid).ifPresent(stat -> starts.put(name, stat.startTicks())));
    try {
      out = Files.newBufferedWriter(file);
      out.write(HEADER + "\n");
      out.flush();
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  /** Writes a row for each process that lives. */
  void sample() throws DatasetException {
    StringBuilder rows = new StringBuilder();
    for (Map.Entry<String, Long> one : pids.entrySet()) {
      ProcStat stat = proc.stat(one.getValue()).orElse(null);
      if (stat != null
          && stat.state() != 'Z'
          && stat.startTicks() == starts.getOrDefault(one.getKey(), -1L)) {
        rows.append(
            String.format(
                Locale.ROOT,
                "%d,%s,%.2f,%.1f%n",
                clock.millis(),
                one.getKey(),
                stat.ownSeconds() + stat.endedChildrenSeconds(),
                memoryMb(one.getValue())));
      }
    }
    try {
      out.write(rows.toString());
      out.flush();
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  /** Resident memory in 2^20 bytes, of pages of 4 KiB; NaN where it is not told. */
  private double memoryMb(long pid) {
    return proc.read(pid + "/statm")
        .map(text -> text.strip().split(" ", 3))
        .filter(words -> words.length > 2)
        .map(words -> Long.parseLong(words[1]) / PAGES_PER_MB)
        .orElse(Double.NaN);
  }

  @Override
  public void close() throws DatasetException {
    try {
      out.close();
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }
}
