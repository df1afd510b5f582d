package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds how often series are scraped: from their targets, else from their samples. */
final class ScrapeProbe {
  private static final String SOME_SAMPLES = "[5m]";

  /** Series of a target that went down a while ago are still its series. */
  private static final Duration LOOKBACK = Duration.ofMinutes(10);

  private final PrometheusClient client;
  private final List<ScrapeTarget> targets;
  private final Instant now;

  ScrapeProbe(PrometheusClient client) throws PrometheusException, InterruptedException {
    this.client = client;
    this.targets = targets(client);
    List<MetricSeries> time = client.query("time()").data();
    if (time.isEmpty()) {
      throw new PrometheusException(
          Kind.NOT_PROMETHEUS, client.base() + " does not tell its time: is it a Prometheus?");
    }
    this.now = Instant.ofEpochMilli(Math.round(time.get(0).last() * 1000));
  }

  /** Stores that only look like Prometheus have no targets. */
  private static List<ScrapeTarget> targets(PrometheusClient client)
      throws PrometheusException, InterruptedException {
    try {
      return client.targets().data();
    } catch (PrometheusException e) {
      if (e.kind() == Kind.NOT_PROMETHEUS || e.kind() == Kind.BAD_REQUEST) {
        return List.of();
      }
      throw e;
    }
  }

  ScrapeJob find(ScrapePlan.Use use) throws PrometheusException, InterruptedException {
    List<Map<String, String>> found =
        client.series(List.of(use.selector()), now.minus(LOOKBACK), now).data();
    List<ScrapeTarget> used = new ArrayList<>();
    for (ScrapeTarget target : targets) {
      boolean uses =
          found.stream()
              .anyMatch(
                  series ->
                      target.job().equals(series.get("job"))
                          && target.instance().equals(series.get("instance")));
      if (uses) {
        used.add(target);
      }
    }
    Duration interval =
        used.stream()
            .map(ScrapeTarget::interval)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    if (!interval.isZero() || found.isEmpty()) {
      return new ScrapeJob(use.what(), interval, used, false);
    }
    return new ScrapeJob(use.what(), spacing(use.selector()), used, true);
  }

  private Duration spacing(String selector) throws PrometheusException, InterruptedException {
    long most = 0;
    for (MetricSeries series : client.query(selector + SOME_SAMPLES).data()) {
      most = Math.max(most, typicalGap(series.epochMillis()));
    }
    return Duration.ofMillis(most);
  }

  private static long typicalGap(long[] millis) {
    double[] none = new double[millis.length];
    long[] nanos = new long[millis.length];
    for (int i = 0; i < millis.length; i++) {
      nanos[i] = millis[i] * 1_000_000;
    }
    SampleSeries series = new SampleSeries(Map.of(), nanos, none);
    return Sequence.of(series, 0, 0).typicalGapNanos() / 1_000_000;
  }
}
