package io.github.edgewatt.benchmarks.load;

import io.github.edgewatt.profiler.load.Arrivals;
import io.github.edgewatt.profiler.load.HttpLoadGenerator;
import io.github.edgewatt.profiler.load.LoadOptions;
import io.github.edgewatt.profiler.load.LoadPlan;
import io.github.edgewatt.profiler.load.LoadResult;
import io.github.edgewatt.profiler.load.LoadTarget;
import io.github.edgewatt.profiler.load.TargetResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The product's generator as a program of its own: {@code URI RATE SETTLE_S WINDOW_S MAX_IN_FLIGHT
 * WARMUP_S SPIN_US}. First a warm-up at 5,000/s, so that the JIT has compiled what runs, then the
 * plan; prints one line of {@code name=value}.
 */
final class GeneratorMain {
  private static final double WARMUP_PER_SECOND = 5_000;

  private GeneratorMain() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws InterruptedException {
    URI uri = URI.create(args[0]);
    double rate = Double.parseDouble(args[1]);
    int maxInFlight = Integer.parseInt(args[4]);
    long spinNanos = Long.parseLong(args[6]) * 1000;
    try (HttpLoadGenerator generator =
        new HttpLoadGenerator(new LoadOptions(16, Duration.ofSeconds(2), spinNanos))) {
      generator.run(plan(uri, WARMUP_PER_SECOND, "0", args[5], maxInFlight));
      System.out.println("warm");
      LoadResult result = generator.run(plan(uri, rate, args[2], args[3], maxInFlight));
      TargetResult target = result.targets().get(0);
      System.out.printf(
          "windowStart=%d windowEnd=%d due=%d sent=%d answered=%d dropped=%d errors=%d"
              + " sendLagP50=%.1f sendLagP99=%.1f responseP50=%.1f responseP99=%.1f"
              + " maxPauseMs=%.2f%n",
          result.windowStartNanos(),
          result.windowEndNanos(),
          target.due(),
          target.sent(),
          target.statusClasses()[2],
          target.dropped(),
          target.connectionErrors() + target.timeouts() + target.unfinished(),
          target.sendLag().getValueAtPercentile(50) / 1e3,
          target.sendLag().getValueAtPercentile(99) / 1e3,
          target.response().getValueAtPercentile(50) / 1e3,
          target.response().getValueAtPercentile(99) / 1e3,
          result.maxPauseNanos() / 1e6);
    }
  }

  private static LoadPlan plan(
      URI uri, double rate, String settleSeconds, String windowSeconds, int maxInFlight) {
    return new LoadPlan(
        List.of(new LoadTarget("f", uri, "GET", "", new byte[0], Arrivals.constant(rate))),
        Duration.ofMillis(Math.round(Double.parseDouble(settleSeconds) * 1000)),
        Duration.ofMillis(Math.round(Double.parseDouble(windowSeconds) * 1000)),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        maxInFlight);
  }
}
