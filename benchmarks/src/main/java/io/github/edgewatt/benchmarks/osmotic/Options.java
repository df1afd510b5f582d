package io.github.edgewatt.benchmarks.osmotic;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the replay is asked for.
 *
 * @param folder where {@code parameters.json} is, and results go
 * @param zones numbers of zones
 * @param seeds how many of the reported ones, from the first
 * @param tuning whether tuning seeds are used instead; nothing is written then
 * @param resume whether days that an earlier replay left are not lived again
 * @param contenders names of those that take part; empty: all
 * @param more variables for the policies {@code watt}
 */
record Options(
    Path folder,
    List<Integer> zones,
    int seeds,
    boolean tuning,
    boolean resume,
    List<String> contenders,
    Map<String, String> more) {
  private static final String USAGE =
      "usage: run.sh [--zones 3,30,300] [--seeds 10] [--tuning] [--resume] [--contenders NAME,NAME]"
          + " [--set VARIABLE=VALUE]...";

  /** From the command line; the folder comes first. */
  static Options of(String... args) {
    List<Integer> zones = List.of(3, 30, 300);
    int seeds = 10;
    boolean tuning = false;
    boolean resume = false;
    List<String> contenders = List.of();
    Map<String, String> more = new HashMap<>();
    for (int i = 1; i < args.length; i++) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--zones" -> zones = Arrays.stream(value.split(",")).map(Integer::valueOf).toList();
        case "--seeds" -> seeds = Integer.parseInt(value);
        case "--tuning" -> tuning = true;
        case "--resume" -> resume = true;
        case "--contenders" -> contenders = List.of(value.split(","));
        case "--set" -> more.put(value.split("=", 2)[0], value.split("=", 2)[1]);
        default -> throw new IllegalArgumentException(USAGE);
      }
      i += args[i].equals("--tuning") || args[i].equals("--resume") ? 0 : 1;
    }
    return new Options(Path.of(args[0]), zones, seeds, tuning, resume, contenders, more);
  }

  /** The seeds asked for. */
  List<Long> seedsOf(Parameters parameters) {
    List<Long> all = tuning ? parameters.seeds().tuning() : parameters.seeds().reported();
    return all.subList(0, Math.min(seeds, all.size()));
  }

  /** Whether its days are kept: those of reported seeds and policies as they are. */
  boolean kept() {
    return !tuning && more.isEmpty();
  }
}
