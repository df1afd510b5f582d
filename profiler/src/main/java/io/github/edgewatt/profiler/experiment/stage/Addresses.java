package io.github.edgewatt.profiler.experiment.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the servers of an experiment are.
 *
 * @param kafka {@code host:port,…}
 * @param prometheus base addresses
 * @param targets the file Prometheus reads further targets from; empty where it is not ours
 */
public record Addresses(String kafka, List<String> prometheus, Optional<Path> targets) {
  public Addresses {
    prometheus = List.copyOf(prometheus);
  }
}
