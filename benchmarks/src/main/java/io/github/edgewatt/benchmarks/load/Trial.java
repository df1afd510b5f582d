package io.github.edgewatt.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one generator against the recorder. */
final class Trial {
  /** Start-up and warm-up of a peer that stay out of its steady window. */
  private static final int PEER_WARMUP_SECONDS = 3;

  private static final int GENERATOR_CORE = 1;

  private final Recorder recorder;
  private final int seconds;
  private final Path scratch;

  Trial(Recorder recorder, int seconds, Path scratch) {
    this.recorder = recorder;
    this.seconds = seconds;
    this.scratch = scratch;
  }

  /** A peer at a rate; its steady window begins 3 s after its first request. */
  Outcome peer(String tool, Path binary, int rate) throws IOException, InterruptedException {
    int all = seconds + PEER_WARMUP_SECONDS + 1;
    return foreign(
        tool, rate, Commands.peer(tool, binary, recorder.address(), rate, all, scratch), all);
  }

  /** wrk, as fast as it can. */
  Outcome wrk(Path binary, int connections) throws IOException, InterruptedException {
    int all = seconds + PEER_WARMUP_SECONDS + 1;
    return foreign("wrk", 0, Commands.wrk(binary, recorder.address(), connections, all), all);
  }

  private Outcome foreign(String tool, int rate, List<String> command, int all)
      throws IOException, InterruptedException {
    recorder.reset();
    Process process =
        new ProcessBuilder(Commands.pinned(GENERATOR_CORE, command))
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve(tool + ".out").toFile())
            .start();
    try {
      long giveUp = System.nanoTime() + 20_000_000_000L;
      while (recorder.firstNanos() == 0) {
        if (System.nanoTime() > giveUp || !process.isAlive()) {
          throw new IOException(tool + " sends nothing, see " + scratch.resolve(tool + ".out"));
        }
        Thread.sleep(20);
      }
      long from = recorder.firstNanos() + PEER_WARMUP_SECONDS * 1_000_000_000L;
      Steady steady = steady(process, from);
      if (!process.waitFor(all + 30, TimeUnit.SECONDS)) {
        throw new IOException(tool + " does not end");
      }
      return outcome(tool, rate, (long) rate * all, recorder.count(), steady, "");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Our generator; its window is the one it reports itself. */
  Outcome ours(double rate, int maxInFlight) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Commands.pinned(
                    GENERATOR_CORE, Commands.ours(recorder.address(), rate, seconds, maxInFlight)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      expect(out, "warm");
      recorder.reset();
      // the plan settles for 2 s; the steady window lies inside its window
      Steady steady = steady(process, System.nanoTime() + 2_200_000_000L);
      String line = out.readLine();
      if (line == null) {
        throw new IOException("the generator ended without a result");
      }
      Map<String, Double> said = parse(line);
      long from = said.get("windowStart").longValue();
      long[] times = recorder.times(from, said.get("windowEnd").longValue());
      boolean saturated = said.get("dropped") > 0;
      long scheduled = said.get("due").longValue();
      Steady window = new Steady(times, steady.cpuMicrosPerRequest(), steady.cpuPercent());
      return outcome("edgewatt", saturated ? 0 : rate, scheduled, times.length, window, line);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void expect(BufferedReader out, String word) throws IOException {
    String line = out.readLine();
    if (!word.equals(line)) {
      throw new IOException("the generator said " + line + " instead of " + word);
    }
  }

  private static Map<String, Double> parse(String line) {
    Map<String, Double> values = new HashMap<>();
    for (String pair : line.split(" ", -1)) {
      int equals = pair.indexOf('=');
      values.put(pair.substring(0, equals), Double.parseDouble(pair.substring(equals + 1)));
    }
    return values;
  }

  private record Steady(long[] times, double cpuMicrosPerRequest, double cpuPercent) {}

  /** Waits for a window's start and end and reads CPU and arrivals at both. */
  private Steady steady(Process process, long from) throws IOException, InterruptedException {
    sleepUntil(from);
    double cpuBefore = ProcessCpu.seconds(process.pid());
    long countBefore = recorder.count();
    long start = System.nanoTime();
    sleepUntil(from + seconds * 1_000_000_000L - 400_000_000L);
    double cpu = ProcessCpu.seconds(process.pid()) - cpuBefore;
    long count = recorder.count() - countBefore;
    double wall = (System.nanoTime() - start) / 1e9;
    sleepUntil(from + seconds * 1_000_000_000L + 100_000_000L);
    long[] times = recorder.times(from, from + seconds * 1_000_000_000L);
    return new Steady(times, cpu * 1e6 / count, cpu * 100 / wall);
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
  }

  private static Outcome outcome(
      String tool, double rate, long scheduled, long arrived, Steady steady, String note) {
    double gridRate = rate > 0 ? rate : steady.times().length / 1.0;
    return new Outcome(
        tool,
        rate,
        scheduled,
        arrived,
        scheduled == 0 ? Double.NaN : 100.0 * Math.abs(arrived - scheduled) / scheduled,
        ArrivalReport.of(steady.times(), gridRate),
        steady.cpuMicrosPerRequest(),
        steady.cpuPercent(),
        note);
  }

  /** A folder for the peers' scripts and output. */
  static Path scratch(Path target) throws IOException {
    return Files.createDirectories(target.resolve("load"));
  }
}
