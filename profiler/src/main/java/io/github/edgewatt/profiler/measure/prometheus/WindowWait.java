package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.prometheus.WindowSamples.FunctionSamples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Waits for the samples that follow a window: three scrapes, and cAdvisor's own interval on top. An
 * outage of Prometheus is waited out for a minute; the scrapes are there afterwards.
 */
final class WindowWait {
  private static final int SCRAPES = 3;
  private static final Duration HOUSEKEEPING = Duration.ofSeconds(15);
  private static final Duration OUTAGE = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(500);

  private final WindowQueries queries;
  private final List<ScrapeTarget> waitedFor;
  private final Duration wait;
  private final long containerInterval;
  private final LongSupplier nanos;
  private final Sleeper sleeper;

  WindowWait(
      WindowQueries queries, ScrapePlan plan, String node, LongSupplier nanos, Sleeper sleeper) {
    this.queries = queries;
    this.waitedFor = waitedFor(plan, node);
    this.wait = plan.slowest().multipliedBy(SCRAPES).plus(HOUSEKEEPING);
    this.containerInterval = plan.interval(ScrapePlan.CONTAINERS).toNanos();
    this.nanos = nanos;
    this.sleeper = sleeper;
  }

  /** Targets on other nodes may be down without any harm to this one. */
  private static List<ScrapeTarget> waitedFor(ScrapePlan plan, String node) {
    List<ScrapeTarget> targets = new ArrayList<>();
    for (ScrapeJob job : plan.jobs()) {
      for (ScrapeTarget target : job.targets()) {
        if (job.targets().size() == 1 || target.instance().equals(node)) {
          targets.add(target);
        }
      }
    }
    return targets;
  }

  /** The window's samples, as complete as they become in time. */
  WindowSamples read(List<String> functions, long from, long to)
      throws PrometheusException, InterruptedException {
    long deadline = nanos.getAsLong() + wait.toNanos();
    long outage = 0;
    boolean scraped = false;
    while (true) {
      try {
        boolean last = nanos.getAsLong() - deadline >= 0;
        scraped = scraped || last || queries.scrapes(waitedFor, from, to).allReach(to);
        if (scraped) {
          WindowSamples samples = queries.read(functions, from, to);
          if (last || complete(samples, from, to)) {
            return samples;
          }
        }
        outage = 0;
      } catch (PrometheusException e) {
        long now = nanos.getAsLong();
        outage = outage == 0 ? now : outage;
        if (!Patience.passes(e) || now - outage > OUTAGE.toNanos()) {
          throw e;
        }
        // What was scraped during the outage has still to be waited for afterwards.
        deadline = Math.max(deadline, now + wait.toNanos());
      }
      sleeper.sleep(STEP);
    }
  }

  private boolean complete(WindowSamples samples, long from, long to) {
    for (SampleSeries series : samples.cpu()) {
      if (lastOf(series) - to < 0) {
        return false;
      }
    }
    for (FunctionSamples function : samples.functions().values()) {
      if (function.cpu().isEmpty()) {
        return false;
      }
      for (SampleSeries series : function.cpu()) {
        Sequence sequence = Sequence.of(series, from, to);
        if (sequence.size() == 0) {
          continue;
        }
        long interval = Math.max(containerInterval, sequence.typicalGapNanos());
        Lifespan life = Lifespan.of(sequence, samples.scrapes(), from, to, interval);
        if (life.problem().endsWith("after the window")) {
          return false;
        }
      }
    }
    return !samples.cpu().isEmpty();
  }

  private static long lastOf(SampleSeries series) {
    return series.nanos().length == 0 ? Long.MIN_VALUE : series.nanos()[series.nanos().length - 1];
  }
}
