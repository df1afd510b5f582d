package io.github.edgewatt.profiler.extract.fetch;

import io.github.edgewatt.fixtures.FakePrometheus;
import io.github.edgewatt.fixtures.FakePrometheusTarget;
import io.github.edgewatt.fixtures.StandInServer.Request;
import io.github.edgewatt.profiler.extract.Format;
import io.github.edgewatt.profiler.extract.NameRule;
import io.github.edgewatt.profiler.extract.Plan;
import io.github.edgewatt.profiler.extract.Span;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusLimits;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSettings;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ten minutes of four metrics at 5 s on a clock that stands still. */
public final class SmallPrometheus implements AutoCloseable {
  public static final long NOW = 1_700_000_000L;
  public static final Span SPAN = new Span(NOW - 600, NOW, 5);
  static final String RANGE = "/api/v1/query_range";
  private static final Pattern WORD = Pattern.compile("(?:^|&)(\\w+)=([^&]*)");

  private final FakePrometheus fake = FakePrometheus.start(() -> NOW * 1000);

  public SmallPrometheus() {
    FakePrometheusTarget target = fake.scrape("node", "a:1", Duration.ofSeconds(5));
    target.add("static_gauge", Map.of("k", "1"), seconds -> 42);
    target.add("static_gauge", Map.of("k", "2"), seconds -> Double.NaN);
    target.add("steps_total", Map.of(), seconds -> Math.floor(seconds / 30));
    target.add("wave", Map.of("odd", "\"quoted\\ ü"), seconds -> 100 * Math.sin(seconds / 60));
  }

  public FakePrometheus fake() {
    return fake;
  }

  public String url() {
    return fake.uri().toString();
  }

  Plan plan(long segmentPoints, Format format) {
    List<String> metrics = List.of("static_gauge", "steps_total", "up", "wave");
    Plan.Source source = new Plan.Source(url(), new NameRule(".*", ""), 4, metrics);
    return new Plan(SPAN, segmentPoints, format, List.of(source));
  }

  PrometheusClient client(Duration patience) throws IOException {
    return PrometheusClient.open(
        PrometheusSettings.parse(url()),
        new PrometheusLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), patience, 1 << 20));
  }

  /** A word of a range query's form. */
  static String word(Request request, String name) {
    Matcher matcher = WORD.matcher(request.bodyText());
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8);
      }
    }
    throw new IllegalArgumentException("no " + name + " in " + request.bodyText());
  }

  static long points(Request request) {
    double start = Double.parseDouble(word(request, "start"));
    double end = Double.parseDouble(word(request, "end"));
    return Math.round((end - start) / Double.parseDouble(word(request, "step"))) + 1;
  }

  @Override
  public void close() {
    fake.close();
  }
}
