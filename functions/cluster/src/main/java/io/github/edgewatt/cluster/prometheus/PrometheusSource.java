package io.github.edgewatt.cluster.prometheus;

import io.github.edgewatt.cluster.live.ClusterSink;
import io.github.edgewatt.cluster.live.ClusterSource;
import io.github.edgewatt.cluster.objects.Names;
import io.github.edgewatt.cluster.prometheus.PrometheusClient.RefusedException;
import io.github.edgewatt.cluster.settings.Environment;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a Prometheus at intervals for CPU, watts and requests. A query that is refused is told of
 * and the others go on; a Prometheus that does not answer is asked again at the next round.
 */
public final class PrometheusSource implements ClusterSource {
  private static final Logger LOG = LoggerFactory.getLogger(PrometheusSource.class);

  private final PrometheusSettings settings;
  private final PrometheusClient client;
  private final ClusterSink sink;
  private final Names names;
  private final Clock clock;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "prometheus");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean answered;
  private volatile List<String> problems = List.of();

  PrometheusSource(PrometheusSettings settings, ClusterSink sink, Names names, Clock clock) {
    this.settings = settings;
    this.client = new PrometheusClient(settings);
    this.sink = sink;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Reads its settings, and opens nothing.
   *
   * @throws IllegalArgumentException one line that names the variable that is wrong
   */
  public static void check(Environment environment) {
    var unused = PrometheusSettings.of(environment);
  }

  /**
   * Starts at once and returns.
   *
   * @param names what the names in metrics are
   * @param clock whose instants queries are evaluated at
   * @throws IllegalArgumentException one line that names the variable that is wrong
   */
  public static PrometheusSource start(
      Environment environment, ClusterSink sink, Names names, Clock clock) {
    PrometheusSource source =
        new PrometheusSource(PrometheusSettings.of(environment), sink, names, clock);
    ScheduledFuture<?> unused =
        source.rounds.scheduleWithFixedDelay(
            source::round, 0, source.settings.every().toNanos(), TimeUnit.NANOSECONDS);
    return source;
  }

  @Override
  public String name() {
    return "prometheus";
  }

  @Override
  public Optional<String> missing() {
    return answered
        ? Optional.empty()
        : Optional.of("nothing was answered by Prometheus at " + settings);
  }

  @Override
  public List<String> problems() {
    return problems;
  }

  /** Asks everything once, at one evaluation time, and tells what was answered. */
  void round() {
    try {
      Instant at = clock.instant();
      List<String> wrong = new ArrayList<>();
      Map<Figure, List<SeriesValue>> answers = ask(at, wrong);
      answered |= !answers.isEmpty();
      new Round(at, answers).tell(sink, names);
      if (!wrong.equals(problems)) {
        wrong.forEach(LOG::warn);
      }
      problems = List.copyOf(wrong);
    } catch (RuntimeException e) {
      // The next round goes on whatever this one met.
      LOG.warn("a round of Prometheus' queries failed", e);
      problems = List.of("Prometheus at " + settings + ": " + e.getMessage());
    }
  }

  private Map<Figure, List<SeriesValue>> ask(Instant at, List<String> wrong) {
    Map<Figure, List<SeriesValue>> answers = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      String text = settings.queries().get(figure);
      if (text == null) {
        continue;
      }
      try {
        answers.put(figure, client.query(text, at));
      } catch (RefusedException e) {
        wrong.add("Prometheus at " + settings + ", " + figure.variable() + ": " + e.getMessage());
      } catch (IOException e) {
        // The others would wait as long.
        wrong.add("Prometheus at " + settings + ": " + e.getMessage());
        break;
      }
    }
    return answers;
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    client.close();
    try {
      var unused = rounds.awaitTermination(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
