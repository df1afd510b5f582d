package io.github.edgewatt.scaling.wiring;

import io.github.edgewatt.cluster.settings.Environment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The environment of this program: what is not set that others have no default for. */
record Variables(Environment environment, boolean kubernetes) {
  private static final String SOURCES = "edgewatt_cluster_sources";
  private static final String SERVICE_HOST = "KUBERNETES_SERVICE_HOST";

  /**
   * Of {@link System#getenv()}.
   *
   * @param dryRun whether nothing is carried out, which needs no Kubernetes
   */
  static Variables of(Map<String, String> variables, boolean dryRun) {
    Map<String, String> filled = new HashMap<>(variables);
    String sources = filled.getOrDefault(SOURCES, "").strip();
    if (sources.isEmpty()) {
      sources = "redis,kubernetes";
      filled.put(SOURCES, sources);
    }
    boolean told =
        Arrays.stream(sources.split(",", -1)).map(String::strip).anyMatch("kubernetes"::equals);
    return new Variables(new Environment(filled), told || !dryRun);
  }

  /**
   * Refuses {@code in_cluster} outside of one.
   *
   * @throws IllegalArgumentException one line
   */
  void checkInCluster(boolean inCluster) {
    if (inCluster && environment.text(SERVICE_HOST).isEmpty()) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_k8s_config is 'in_cluster', but this is no pod: "
              + SERVICE_HOST
              + " is not set; use local");
    }
  }
}
