package io.github.edgewatt.profiler.measure.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import okhttp3.FormBody;

/**
 * A client of Prometheus' HTTP API, version 1. Every call has a deadline, every answer a largest
 * size, and what fails in passing is asked again for a while ({@link PrometheusLimits}).
 * Thread-safe.
 */
public final class PrometheusClient implements AutoCloseable {

  /** Most points of a series that Prometheus answers a range query with. */
  public static final int MOST_POINTS = 11_000;

  /** A day at a second's step. */
  private static final int MOST_PARTS = 8;

  private final PrometheusSettings settings;
  private final Transport transport;
  private final Patience patience;

  PrometheusClient(
      PrometheusSettings settings, PrometheusLimits limits, LongSupplier nanos, Sleeper sleeper)
      throws IOException {
    this.settings = settings;
    this.transport = new Transport(settings, limits);
    this.patience = new Patience(limits.patience(), nanos, sleeper);
  }

  /**
   * A client; asks nothing yet.
   *
   * @throws IOException with one line where a file of the settings cannot be used
   */
  public static PrometheusClient open(PrometheusSettings settings, PrometheusLimits limits)
      throws IOException {
    return new PrometheusClient(settings, limits, System::nanoTime, Sleeper.SYSTEM);
  }

  /** A client with {@link PrometheusLimits#standard}. */
  public static PrometheusClient open(PrometheusSettings settings) throws IOException {
    return open(settings, PrometheusLimits.standard());
  }

  /** Its address, which holds no credentials. */
  public URI base() {
    return settings.base();
  }

  /** Evaluates an expression at Prometheus' present. */
  public Answer<List<MetricSeries>> query(String expression)
      throws PrometheusException, InterruptedException {
    return post("query", form().add("query", expression), new SeriesReader());
  }

  /** Evaluates an expression at an instant of Prometheus' clock. */
  public Answer<List<MetricSeries>> query(String expression, Instant time)
      throws PrometheusException, InterruptedException {
    FormBody.Builder form =
        form().add("query", expression).add("time", Times.seconds(time.toEpochMilli()));
    return post("query", form, new SeriesReader());
  }

  /**
   * Evaluates an expression at {@code start}, {@code start + step}, … up to {@code end}. What is
   * more than Prometheus answers at once is asked for in parts; where those would be more than
   * eight, the step is raised.
   *
   * @throws IllegalArgumentException for a step or a range that is not above 0
   */
  public Answer<List<MetricSeries>> queryRange(
      String expression, Instant start, Instant end, Duration step)
      throws PrometheusException, InterruptedException {
    RangeParts parts =
        RangeParts.of(
            start.toEpochMilli(), end.toEpochMilli(), step.toMillis(), MOST_POINTS, MOST_PARTS);
    SeriesJoin join = new SeriesJoin();
    for (RangeParts.Part part : parts.parts()) {
      FormBody.Builder form =
          form()
              .add("query", expression)
              .add("start", Times.seconds(part.startMillis()))
              .add("end", Times.seconds(part.endMillis()))
              .add("step", Times.seconds(parts.stepMillis()));
      join.add(post("query_range", form, new SeriesReader()));
    }
    return join.answer();
  }

  /** Label sets of the series that any of the selectors finds between two instants. */
  public Answer<List<Map<String, String>>> series(
      List<String> selectors, Instant start, Instant end)
      throws PrometheusException, InterruptedException {
    FormBody.Builder form = between(start, end);
    selectors.forEach(selector -> form.add("match[]", selector));
    return post("series", form, Catalogue::labelSets);
  }

  /** Names of labels that any of the selectors finds; of all series where there is none. */
  public Answer<List<String>> labels(List<String> selectors, Instant start, Instant end)
      throws PrometheusException, InterruptedException {
    FormBody.Builder form = between(start, end);
    selectors.forEach(selector -> form.add("match[]", selector));
    return post("labels", form, Catalogue::texts);
  }

  /** Names of the metrics that have samples between two instants, as its blocks know them. */
  public Answer<List<String>> metricNames(Instant start, Instant end)
      throws PrometheusException, InterruptedException {
    String path =
        "label/__name__/values?start=%s&end=%s"
            .formatted(Times.seconds(start.toEpochMilli()), Times.seconds(end.toEpochMilli()));
    return get(path, Catalogue::texts);
  }

  /**
   * Saves the answer of a range query as it comes, both ends evaluated, without reading it into
   * memory.
   *
   * @param target written anew; holds a whole answer that says success once this returns, and
   *     nothing of use where it throws
   * @return the answer's size in bytes, and its warnings
   * @throws PrometheusException also where the answer ends too early or says an error
   * @throws UncheckedIOException where the file cannot be written
   */
  public Answer<Long> saveRange(
      String expression, Instant start, Instant end, Duration step, Path target)
      throws PrometheusException, InterruptedException {
    FormBody body =
        form()
            .add("query", expression)
            .add("start", Times.seconds(start.toEpochMilli()))
            .add("end", Times.seconds(end.toEpochMilli()))
            .add("step", Times.seconds(step.toMillis()))
            .build();
    return patience.repeat(() -> transport.save("query_range", body, target));
  }

  /** What is scraped now. */
  public Answer<List<ScrapeTarget>> targets() throws PrometheusException, InterruptedException {
    return get("targets?state=active", Catalogue::targets);
  }

  /** Prometheus' version: {@code 2.42.0}. */
  public Answer<String> version() throws PrometheusException, InterruptedException {
    return get("status/buildinfo", Catalogue::version);
  }

  private static FormBody.Builder form() {
    return new FormBody.Builder();
  }

  private static FormBody.Builder between(Instant start, Instant end) {
    return form()
        .add("start", Times.seconds(start.toEpochMilli()))
        .add("end", Times.seconds(end.toEpochMilli()));
  }

  private <T> Answer<T> post(String path, FormBody.Builder form, DataReader<T> reader)
      throws PrometheusException, InterruptedException {
    FormBody body = form.build();
    return patience.repeat(() -> transport.post(path, body, reader));
  }

  private <T> Answer<T> get(String path, DataReader<T> reader)
      throws PrometheusException, InterruptedException {
    return patience.repeat(() -> transport.get(path, reader));
  }

  /** Ends open connections. */
  @Override
  public void close() {
    transport.close();
  }
}
