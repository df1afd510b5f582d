package io.github.edgewatt.profiler.experiment.spec;

import java.time.Duration;
import java.util.List;

/**
 * What an experiment's file asks for, its defaults filled in and its paths absolute.
 *
 * @param name stands in the folder's name
 * @param servers Kafka and Prometheus
 * @param settle wait between the consumers' readiness and the first image
 */
public record Experiment(
    String name,
    Servers servers,
    Topics topics,
    Consumers consumers,
    Duration settle,
    Feed feed,
    Track track,
    Extract extract,
    Sweep sweep) {

  /** The measurements to make, one unless it is a sweep. */
  public List<Consumers> combinations() {
    return sweep.over(consumers);
  }

  /** The most consumers at once. */
  public int mostConsumers() {
    return combinations().stream().mapToInt(Consumers::count).max().orElseThrow();
  }
}
