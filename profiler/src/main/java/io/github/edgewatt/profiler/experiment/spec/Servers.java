package io.github.edgewatt.profiler.experiment.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where Kafka and Prometheus come from: a script that starts them, or addresses of some that run.
 *
 * @param script starts and ends both; empty where they run already
 * @param kafka {@code host:port,…}; empty with a script
 * @param clientConfig properties of Kafka's clients: TLS, SASL, passwords; only its name is
 *     recorded
 * @param prometheus base addresses; empty with a script
 */
public record Servers(
    Optional<Path> script, String kafka, Optional<Path> clientConfig, List<String> prometheus) {
  public Servers {
    prometheus = List.copyOf(prometheus);
  }

  /** Whether the experiment starts and ends them itself. */
  public boolean own() {
    return script.isPresent();
  }
}
