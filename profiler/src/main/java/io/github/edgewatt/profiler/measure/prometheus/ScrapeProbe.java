package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds how often series are scraped: from their targets, else from their samples. */
final class ScrapeProbe {
  private static final String SOME_SAMPLES = "[5m]";

  private final PrometheusClient client;
  private final List<ScrapeTarget> targets;

  ScrapeProbe(PrometheusClient client) throws PrometheusException, InterruptedException {
    this.client = client;
    this.targets = targets(client);
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
    List<MetricSeries> found =
        client.query("group by (job, instance) (" + use.selector() + ")").data();
    List<ScrapeTarget> used = new ArrayList<>();
    for (ScrapeTarget target : targets) {
      boolean uses =
          found.stream()
              .anyMatch(
                  series ->
                      series.label("job").equals(target.job())
                          && series.label("instance").equals(target.instance()));
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
