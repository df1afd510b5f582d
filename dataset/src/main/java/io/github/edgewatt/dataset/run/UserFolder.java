package io.github.edgewatt.dataset.run;

import java.nio.file.Path;
import java.util.Map;

/** Where programs of one user leave word for each other and for the user. */
public final class UserFolder {
  private UserFolder() {}

  /** {@code $XDG_CACHE_HOME/edgewatt}, or {@code ~/.cache/edgewatt}. */
  public static Path cache() {
    return cache(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static Path cache(Map<String, String> environment, Path home) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    // The XDG specification has relative paths ignored.
    Path base = cache.startsWith("/") ? Path.of(cache) : home.resolve(".cache");
    return base.resolve("edgewatt");
  }
}
