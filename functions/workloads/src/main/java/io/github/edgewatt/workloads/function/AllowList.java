package io.github.edgewatt.workloads.function;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Addresses that may be fetched: each entry allows its own path and everything below it. */
public final class AllowList {
  private final List<URI> entries;

  public AllowList(List<URI> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * The address, when it may be fetched.
   *
   * @throws BadInputException when it is no plain http(s) address or not on the list
   */
  public URI check(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new BadInputException("url is not an address: " + e.getReason());
    }
    if (uri.getHost() == null || uri.getUserInfo() != null || port(uri) < 0) {
      throw new BadInputException("url must be an http or https address without credentials");
    }
    if (entries.stream().noneMatch(entry -> covers(entry, uri))) {
      throw new BadInputException(
          "url is not on the allow-list (edgewatt.curl.allow): " + uri.getHost());
    }
    return uri;
  }

  private static boolean covers(URI entry, URI uri) {
    String path = path(uri);
    String prefix = path(entry);
    String below = prefix.endsWith("/") ? prefix : prefix + "/";
    return entry.getScheme().equalsIgnoreCase(uri.getScheme())
        && entry.getHost().equalsIgnoreCase(uri.getHost())
        && port(entry) == port(uri)
        && !climbs(path)
        && (path.equals(prefix) || path.startsWith(below));
  }

  private static String path(URI uri) {
    return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
  }

  // Servers resolve dot segments, also encoded ones, after this check would have passed them.
  private static boolean climbs(String path) {
    String plain = path.toLowerCase(Locale.ROOT).replace("%2e", ".");
    return plain.contains("/..") || plain.contains("/./") || plain.contains("%2f");
  }

  private static int port(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("http") ? 80 : scheme.equals("https") ? 443 : -1;
    return usual > 0 && uri.getPort() > 0 ? uri.getPort() : usual;
  }
}
