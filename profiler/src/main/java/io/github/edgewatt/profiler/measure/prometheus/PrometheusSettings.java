package io.github.edgewatt.profiler.measure.prometheus;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where Prometheus is and how to log in. Secrets stay in their files, which are read again for
 * every request: a rotated password does not end a run.
 *
 * @param base its address without {@code /api/v1}; a path prefix is kept
 * @param user user of basic authentication
 * @param passwordFile file with that user's password
 * @param tokenFile file with a bearer token; not together with a user
 * @param caFile certificates (PEM) to trust in place of the system's
 */
public record PrometheusSettings(
    URI base,
    Optional<String> user,
    Optional<Path> passwordFile,
    Optional<Path> tokenFile,
    Optional<Path> caFile) {
  public PrometheusSettings {
    Objects.requireNonNull(base, "base is null");
    check(base);
    if (user.isPresent() != passwordFile.isPresent()) {
      throw new IllegalArgumentException(
          "basic authentication with Prometheus needs both a user and a password file");
    }
    if (user.isPresent() && tokenFile.isPresent()) {
      throw new IllegalArgumentException(
          "log in to Prometheus with a password or with a token, not with both");
    }
  }

  /**
   * An address as a user writes it, without authentication.
   *
   * @throws IllegalArgumentException with one line for the user
   */
  public static PrometheusSettings parse(String address) {
    try {
      Optional<Path> none = Optional.empty();
      return new PrometheusSettings(new URI(address), Optional.empty(), none, none, none);
    } catch (URISyntaxException e) {
      // The parser's message repeats the address, and with it what may be a password.
      throw new IllegalArgumentException(
          "the address of Prometheus is no URL: write it like http://127.0.0.1:9090", e);
    }
  }

  /** The same with basic authentication. */
  public PrometheusSettings withPassword(String name, Path file) {
    return new PrometheusSettings(base, Optional.of(name), Optional.of(file), tokenFile, caFile);
  }

  /** The same with a bearer token. */
  public PrometheusSettings withToken(Path file) {
    return new PrometheusSettings(base, user, passwordFile, Optional.of(file), caFile);
  }

  /** The same, trusting these certificates only. */
  public PrometheusSettings withCertificates(Path file) {
    return new PrometheusSettings(base, user, passwordFile, tokenFile, Optional.of(file));
  }

  private static void check(URI base) {
    String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
    if ((!scheme.equals("http") && !scheme.equals("https")) || base.getHost() == null) {
      throw new IllegalArgumentException(
          "the address of Prometheus must be like http://127.0.0.1:9090 or https://HOST/PREFIX");
    }
    if (base.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address of Prometheus holds credentials: put the password into a file of its own");
    }
    if (base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the address of Prometheus " + base + " must end before '?' and '#'");
    }
  }
}
