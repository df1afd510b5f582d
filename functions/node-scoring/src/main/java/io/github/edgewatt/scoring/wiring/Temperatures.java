package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.scoring.climate.ClimateView;
import io.github.edgewatt.scoring.climate.IpmiPoller;
import io.github.edgewatt.scoring.climate.PollerOptions;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Feature;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Temperatures of the nodes whose model asks for any: others may well run no exporter, and are not
 * called.
 *
 * @param poller empty where temperatures are switched off
 * @param nodes the nodes that are read
 */
record Temperatures(Optional<IpmiPoller> poller, Supplier<Collection<Node>> nodes)
    implements AutoCloseable {
  private static final Set<Feature> WARM =
      EnumSet.of(Feature.AMBIENT, Feature.CPU1, Feature.CPU2, Feature.AMBIENT_CELSIUS);

  /**
   * Begins to read.
   *
   * @param nodes those whose model asks for temperatures at this moment
   */
  static Temperatures start(ScoringConfig config, Supplier<Collection<Node>> nodes) {
    if (config.ipmiPort() == 0) {
      return new Temperatures(Optional.empty(), nodes);
    }
    PollerOptions options =
        PollerOptions.DEFAULTS.withPort(config.ipmiPort()).withInterval(config.ipmiEvery());
    return new Temperatures(Optional.of(IpmiPoller.start(options, nodes)), nodes);
  }

  /** Whether a model asks for temperatures. */
  static boolean asked(PowerSource source) {
    return source.features().stream().anyMatch(WARM::contains);
  }

  ClimateView view() {
    return poller.isPresent() ? poller.get() : node -> Optional.empty();
  }

  /** How many nodes have readings, however old. */
  long known() {
    return nodes.get().stream().filter(node -> view().of(node.name()).isPresent()).count();
  }

  /** Whether every node that is read was so once. */
  boolean complete() {
    return poller.isEmpty() || known() == nodes.get().size();
  }

  @Override
  public void close() {
    poller.ifPresent(IpmiPoller::close);
  }
}
