package io.github.edgewatt.weights.wiring;

import io.github.edgewatt.cluster.settings.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The environment's variables, and the same names from Quarkus' configuration after them. */
final class Variables {
  private static final List<String> PREFIXES =
      List.of("osmotic_lb_opt_", "galileo_context_", "edgewatt_cluster_");

  private Variables() {}

  static Environment of(Map<String, String> environment, Config config) {
    Map<String, String> variables = new HashMap<>();
    for (String name : config.getPropertyNames()) {
      if (PREFIXES.stream().anyMatch(name::startsWith)) {
        config.getOptionalValue(name, String.class).ifPresent(value -> variables.put(name, value));
      }
    }
    variables.putAll(environment);
    return new Environment(variables);
  }
}
