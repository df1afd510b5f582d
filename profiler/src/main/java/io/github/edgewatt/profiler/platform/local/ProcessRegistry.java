package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which processes a run started, in a file that outlives a {@code kill -9}. An entry is written
 * before its process starts, without a pid, and again with it, so that no moment is left in which a
 * process exists that nobody knows of.
 */
final class ProcessRegistry {

  /**
   * One process.
   *
   * @param pid its id, 0 while it is about to start
   * @param startTicks its start in ticks since boot, 0 while unknown
   * @param runId the run in its environment
   * @param function the function in its environment
   */
  record Entry(long pid, long startTicks, String runId, String function) {
    private String line() {
      return pid + " " + startTicks + " " + runId + " " + function;
    }

    private static List<Entry> parse(String line) {
      String[] words = line.split(" ", -1);
      try {
        return words.length == 4
            ? List.of(
                new Entry(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2], words[3]))
            : List.of();
      } catch (NumberFormatException e) {
        return List.of();
      }
    }
  }

  private final Path file;
  private final String runId;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  ProcessRegistry(Path stateFolder, String runId) {
    this.file = file(stateFolder);
    this.runId = RunIds.check(runId);
  }

  static Path file(Path stateFolder) {
    return stateFolder.resolve("processes");
  }

  /** What stands in a registry; lines it does not understand prove nothing and are passed over. */
  static List<Entry> read(Path stateFolder) {
    Path file = file(stateFolder);
    if (!StateFolder.holds(file)) {
      return List.of();
    }
    try {
      List<Entry> entries = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        entries.addAll(Entry.parse(line));
      }
      return entries;
    } catch (IOException e) {
      return List.of();
    }
  }

  synchronized void starting(String function) throws PlatformException {
    entries.put(function, new Entry(0, 0, runId, function));
    save();
  }

  synchronized void started(String function, long pid, long startTicks) throws PlatformException {
    entries.put(function, new Entry(pid, startTicks, runId, function));
    save();
  }

  synchronized void ended(String function) throws PlatformException {
    if (entries.remove(function) != null) {
      save();
    }
  }

  private void save() throws PlatformException {
    StateFolder.replace(file, entries.values().stream().map(Entry::line).toList());
  }
}
