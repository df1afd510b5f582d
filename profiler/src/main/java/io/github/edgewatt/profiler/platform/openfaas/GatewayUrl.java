package io.github.edgewatt.profiler.platform.openfaas;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a gateway listens.
 *
 * @param uri {@code http://host[:port]}, nothing else
 */
public record GatewayUrl(URI uri) {
  public GatewayUrl {
    Objects.requireNonNull(uri, "uri is null");
  }

  /**
   * Reads what {@code --gateway} or {@code OPENFAAS_URL} says.
   *
   * @throws IllegalArgumentException one line for the user; never with credentials in it
   */
  public static GatewayUrl parse(String text) {
    String trimmed = text.strip();
    int at = trimmed.indexOf('@');
    if (at >= 0) {
      // Not shown: what stands before the @ may be a password.
      throw new IllegalArgumentException(
          "the gateway's address has credentials in it: leave them out and give --password-file");
    }
    URI uri;
    try {
      uri = new URI(trimmed);
    } catch (URISyntaxException e) {
      throw wrong(trimmed, "is not an address like http://127.0.0.1:8080");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https")) {
      throw wrong(
          trimmed,
          "is https, and the load generator speaks plain http only: use a NodePort's http://"
              + " address or 'kubectl -n openfaas port-forward svc/gateway 8080:8080'");
    }
    if (!scheme.equals("http")) {
      throw wrong(trimmed, "does not start with http://");
    }
    if (uri.getHost() == null) {
      throw wrong(trimmed, "has no host name that could be looked up");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null || hasPath(uri)) {
      throw wrong(
          trimmed, "has more than host and port: functions are called at its root, /function/NAME");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw wrong(trimmed, "has no port between 1 and 65535");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return new GatewayUrl(
        URI.create("http://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort())));
  }

  private static boolean hasPath(URI uri) {
    return !uri.getRawPath().replace("/", "").isEmpty();
  }

  private static IllegalArgumentException wrong(String text, String why) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return new IllegalArgumentException(
        "gateway '%s' %s".formatted(shown.replaceAll("\\p{Cntrl}", "?"), why));
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
