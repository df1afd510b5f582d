package io.github.edgewatt.cluster.prometheus;

import io.github.edgewatt.cluster.settings.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Where Prometheus is, and what it is asked.
 *
 * @param url its address, with its path prefix where it has one
 * @param token what it is shown as a bearer's; empty where nobody logs in
 * @param every the pause between two rounds
 * @param timeout how long one answer may take
 * @param queries by figure; one that is not asked is not in it
 */
record PrometheusSettings(
    URI url,
    Optional<String> token,
    Duration every,
    Duration timeout,
    Map<Figure, String> queries) {
  private static final String PREFIX = "edgewatt_cluster_prometheus_";
  private static final String NONE = "none";
  private static final double DEFAULT_EVERY = 5;
  private static final double DEFAULT_TIMEOUT = 5;
  private static final int DEFAULT_WINDOW = 60;
  private static final int MOST_WINDOW = 86_400;

  PrometheusSettings {
    queries = Map.copyOf(queries);
  }

  /**
   * {@code edgewatt_cluster_prometheus_url} (needed), {@code _token} or {@code _token_file} (none),
   * {@code _interval} (5 s), {@code _timeout} (5 s), {@code _window} (60 s, in whole ones), and the
   * queries {@code edgewatt_cluster_query_*}, {@code none} for one that is not to be asked.
   *
   * @throws IllegalArgumentException one line that names the variable
   */
  static PrometheusSettings of(Environment environment) {
    String url =
        environment
            .text(PREFIX + "url")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        PREFIX + "url is not set: give Prometheus' address, http://HOST:PORT"));
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException(
          PREFIX + "url is no address: it must be http://HOST:PORT or https://HOST:PORT");
    }
    int window = environment.whole(PREFIX + "window", DEFAULT_WINDOW, 1, MOST_WINDOW);
    Map<Figure, String> queries = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      String text = environment.text(figure.variable(), figure.text());
      if (!text.equals(NONE)) {
        queries.put(figure, text.replace("{{window}}", window + "s"));
      }
    }
    return new PrometheusSettings(
        parsed.uri(),
        environment.secret(PREFIX + "token"),
        environment.seconds(PREFIX + "interval", DEFAULT_EVERY),
        environment.seconds(PREFIX + "timeout", DEFAULT_TIMEOUT),
        queries);
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }
}
