package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusNode;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSamples;
import io.github.edgewatt.profiler.measure.prometheus.ScrapePlan;
import io.github.edgewatt.profiler.measure.prometheus.energy.EnergyQueries;
import io.github.edgewatt.profiler.measure.prometheus.energy.EnergySetup;
import io.github.edgewatt.profiler.measure.prometheus.energy.HostWindowEnergy;
import io.github.edgewatt.profiler.measure.prometheus.energy.NodeNames;
import io.github.edgewatt.profiler.measure.prometheus.energy.Patience;
import io.github.edgewatt.profiler.measure.prometheus.energy.WindowEnergies;
import io.github.edgewatt.profiler.proc.ContainerProcesses;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds a node's power meter through Prometheus, or on this machine where it is the node. */
record EnergyFinder(
    PrometheusClient client,
    EnergyQueries queries,
    PrometheusNode node,
    String namespace,
    boolean onThisMachine,
    EnergyMeter host) {
  /**
   * What was found.
   *
   * @param energy the meter
   * @param samples what it reads, to be read by the node's meter too
   * @param use the series it needs scraped; empty for a meter outside Prometheus
   */
  record Found(WindowEnergy energy, PrometheusSamples samples, Optional<ScrapePlan.Use> use) {
    void close() {
      if (energy instanceof HostWindowEnergy own) {
        own.close();
      }
    }
  }

  /** Looks for a meter, with samples that reach as far as this plan's slowest scrape asks. */
  Found find(ScrapePlan plan) throws PrometheusException, InterruptedException {
    PrometheusSamples samples = PrometheusSamples.open(client, plan.slowest());
    Function<String, Set<Long>> pids = name -> Set.of();
    if (onThisMachine) {
      ContainerProcesses processes = ContainerProcesses.ofThisMachine();
      pids = name -> processes.pids(namespace, name);
    }
    EnergySetup setup =
        new EnergySetup(
            samples,
            queries,
            NodeNames.of(node.instance(), node.name(), node.instances()),
            namespace,
            pids,
            Patience.ofThisMachine(plan.slowest()));
    WindowEnergy energy =
        WindowEnergies.find(setup, onThisMachine ? Optional.of(host) : Optional.empty());
    return new Found(energy, samples, use(energy));
  }

  private Optional<ScrapePlan.Use> use(WindowEnergy energy) {
    return WindowEnergies.selector(energy, queries)
        .map(selector -> new ScrapePlan.Use(energy.name(), selector));
  }
}
