package io.github.edgewatt.weights.influx;

import io.github.edgewatt.cluster.settings.Environment;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Which InfluxDB, and how.
 *
 * @param url its address
 * @param org the organisation
 * @param bucket the bucket; also the {@code exp_id} of what is written, as upstream has it
 * @param token who writes
 * @param timeout of one writing
 */
public record InfluxSettings(
    HttpUrl url, String org, String bucket, String token, Duration timeout) {
  private static final String PREFIX = "osmotic_lb_opt_expdb_influxdb_";
  private static final int MOST_TIMEOUT_MILLIS = 600_000;

  /**
   * Reads the environment; empty where no URL is set. Upstream names {@code http://localhost:8086}
   * as the default, and never writes there.
   *
   * @throws IllegalArgumentException one line that names the variable that cannot be used
   */
  public static Optional<InfluxSettings> of(Environment environment) {
    String org = environment.text(PREFIX + "org", "org");
    String bucket = environment.text(PREFIX + "bucket", "edgewatt");
    String token = token(environment.secret(PREFIX + "token").orElse("token"));
    Duration timeout =
        Duration.ofMillis(environment.whole(PREFIX + "timeout", 10_000, 1, MOST_TIMEOUT_MILLIS));
    return environment
        .text(PREFIX + "url")
        .map(url -> new InfluxSettings(url(url), org, bucket, token, timeout));
  }

  /** A header's value; the message must not show it. */
  private static String token(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException(
          PREFIX + "token has characters that no token has: ASCII without control characters only");
    }
    return text;
  }

  private static HttpUrl url(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (url != null && !(url.username().isEmpty() && url.password().isEmpty())) {
      // Not shown: it has a password.
      throw new IllegalArgumentException(
          PREFIX + "url has a user in it: it must be an address, as http://localhost:8086");
    }
    if (url == null || url.query() != null) {
      throw new IllegalArgumentException(
          PREFIX + "url is '" + text + "': it must be an address, as http://localhost:8086");
    }
    return url;
  }

  /** Where lines go. */
  HttpUrl write() {
    return url.newBuilder()
        .addPathSegments("api/v2/write")
        .addQueryParameter("org", org)
        .addQueryParameter("bucket", bucket)
        .addQueryParameter("precision", "ms")
        .build();
  }

  /** Without the token, which is nobody's to read. */
  @Override
  public String toString() {
    return url + " org " + org + " bucket " + bucket;
  }
}
