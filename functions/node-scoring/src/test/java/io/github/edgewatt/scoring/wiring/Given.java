package io.github.edgewatt.scoring.wiring;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Configurations by name and value. */
final class Given {
  private Given() {}

  /** The defaults with these instead, as {@code name=value}. */
  static ScoringConfig config(String... settings) {
    Map<String, String> values = new HashMap<>();
    for (String setting : settings) {
      String[] sides = setting.split("=", 2);
      values.put("edgewatt.scoring." + sides[0], sides[1]);
    }
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(values, "given", 500))
        .withMapping(ScoringConfig.class)
        .build()
        .getConfigMapping(ScoringConfig.class);
  }

  /** A cluster of three nodes: big, small, and mute, of which nobody knows the watts. */
  static Path cluster() {
    try {
      return Path.of(Given.class.getResource("/replay/cluster.json").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
