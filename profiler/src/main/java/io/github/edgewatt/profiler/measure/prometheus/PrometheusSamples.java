package io.github.edgewatt.profiler.measure.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Raw samples as Prometheus holds them: an instant query of {@code selector[range]} answers with
 * every sample and its own time, where a range query would answer with values moved to a grid. The
 * range reaches a few scrapes beyond the window at both ends. Not thread-safe.
 */
public final class PrometheusSamples implements SampleSource {
  private static final int PAD_SCRAPES = 4;
  private static final Duration SHORTEST_PAD = Duration.ofSeconds(45);
  private static final Duration LONGEST_PAD = Duration.ofMinutes(5);

  private final PrometheusClient client;
  private final PrometheusClock clock;
  private final Duration pad;
  private final Set<String> warnings = new LinkedHashSet<>();

  PrometheusSamples(PrometheusClient client, PrometheusClock clock, Duration slowestScrape) {
    this.client = client;
    this.clock = clock;
    this.pad = clamp(slowestScrape.multipliedBy(PAD_SCRAPES));
  }

  /**
   * Samples of a server whose clock is measured now.
   *
   * @param slowestScrape the longest interval at which anything that will be read is scraped
   */
  public static PrometheusSamples open(PrometheusClient client, Duration slowestScrape)
      throws PrometheusException, InterruptedException {
    return open(client, slowestScrape, System::nanoTime, System::currentTimeMillis);
  }

  static PrometheusSamples open(
      PrometheusClient client, Duration slowestScrape, LongSupplier nanos, LongSupplier wallMillis)
      throws PrometheusException, InterruptedException {
    PrometheusClock clock = new PrometheusClock(client, nanos, wallMillis);
    clock.refresh();
    return new PrometheusSamples(client, clock, slowestScrape);
  }

  private static Duration clamp(Duration length) {
    if (length.compareTo(SHORTEST_PAD) < 0) {
      return SHORTEST_PAD;
    }
    return length.compareTo(LONGEST_PAD) > 0 ? LONGEST_PAD : length;
  }

  @Override
  public List<SampleSeries> read(String selector, long fromNanos, long toNanos)
      throws PrometheusException, InterruptedException {
    clock.refresh();
    long from = clock.epochMillis(fromNanos) - pad.toMillis();
    long to = clock.epochMillis(toNanos) + pad.toMillis();
    Answer<List<MetricSeries>> answer =
        client.query(selector + "[" + (to - from) + "ms]", Instant.ofEpochMilli(to));
    warnings.addAll(answer.warnings());
    List<SampleSeries> all = new ArrayList<>();
    for (MetricSeries series : answer.data()) {
      long[] nanos = new long[series.epochMillis().length];
      for (int i = 0; i < nanos.length; i++) {
        nanos[i] = clock.nanos(series.epochMillis()[i]);
      }
      all.add(new SampleSeries(series.labels(), nanos, series.values()));
    }
    return List.copyOf(all);
  }

  /** How far Prometheus' clock is ahead of this machine's. */
  public double clockOffsetMillis() {
    return clock.offsetMillis();
  }

  /** Largest error of {@link #clockOffsetMillis}: half of the shortest round trip. */
  public double clockUncertaintyMillis() {
    return clock.uncertaintyMillis();
  }

  /** What Prometheus warned of in answers since this was asked last, as notes for a reader. */
  public List<String> takeWarnings() {
    String moved = clock.takeNote();
    List<String> taken = new ArrayList<>();
    warnings.forEach(warning -> taken.add("Prometheus warns: " + warning));
    if (!moved.isEmpty()) {
      taken.add(moved);
    }
    warnings.clear();
    return List.copyOf(taken);
  }
}
