package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.energy.EnergyChecks;
import io.github.edgewatt.profiler.energy.EnergyReading;
import io.github.edgewatt.profiler.energy.ExporterMeter;
import io.github.edgewatt.profiler.energy.ExporterMeter.Own;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.measure.prometheus.SampleSeries;
import io.github.edgewatt.profiler.measure.prometheus.energy.FoundMeter.Part;
import io.github.edgewatt.profiler.measure.prometheus.energy.FoundMeter.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Energy from an exporter: the difference of its counter over the window (or its power times the
 * window), and beside it what it counts for each function itself. A meter that vanishes leaves NaN
 * and the reason, never 0.
 */
final class ExporterEnergy implements WindowEnergy {

  /** Samples are read this far around a window, to tell fresh values from repeated ones. */
  private static final long MARGIN_NANOS = Duration.ofSeconds(15).toNanos();

  private final EnergySetup setup;
  private final FoundMeter found;
  private final String description;

  ExporterEnergy(EnergySetup setup, FoundMeter found, String description) {
    this.setup = setup;
    this.found = found;
    this.description = description;
  }

  /** The meter that was found. */
  ExporterMeter meter() {
    return found.meter();
  }

  @Override
  public String name() {
    return found.meter().name();
  }

  @Override
  public String description() {
    return description;
  }

  /** Waits for the samples after the window; how long at most is the {@link Patience}'s matter. */
  @Override
  public EnergyReading read(List<String> functions, long fromNanos, long toNanos)
      throws InterruptedException {
    long deadline = setup.patience().deadline();
    Set<Target> targets = new HashSet<>();
    String problem;
    do {
      try {
        NodeWindow node = node(fromNanos, toNanos, targets);
        if (node.problem().isEmpty()) {
          return reading(node, functions, fromNanos, toNanos, targets);
        }
        problem = node.problem();
        if (!node.mayCome()) {
          break;
        }
      } catch (PrometheusException e) {
        problem = e.getMessage();
        if (!passing(e)) {
          break;
        }
      }
    } while (setup.patience().again(deadline));
    return new EnergyReading(Double.NaN, Map.of(), List.of(), name() + ": " + problem);
  }

  private static boolean passing(PrometheusException e) {
    return switch (e.kind()) {
      case UNREACHABLE, TIMEOUT, UNAVAILABLE -> true;
      default -> false;
    };
  }

  private NodeWindow node(long from, long to, Set<Target> targets)
      throws PrometheusException, InterruptedException {
    targets.clear();
    Map<Part, SampleSeries> parts = new HashMap<>();
    for (String query : found.meter().queries()) {
      Map<Part, List<SampleSeries>> byPart =
          FoundMeter.byPart(found.meter(), query, setup.node().choose(samples(query, from, to)));
      byPart.keySet().retainAll(found.parts().keySet());
      for (Map.Entry<Part, List<SampleSeries>> part : byPart.entrySet()) {
        Optional<SampleSeries> joined = FoundMeter.join(part.getValue());
        if (joined.isEmpty()) {
          return new NodeWindow(
              Double.NaN, List.of(), "two exporters have " + query + " at once", false);
        }
        parts.put(part.getKey(), joined.get());
        part.getValue().forEach(series -> targets.add(Target.of(series)));
      }
    }
    return NodeWindow.of(found, parts, from, to);
  }

  private List<SampleSeries> samples(String query, long from, long to)
      throws PrometheusException, InterruptedException {
    String selector = setup.queries().selector(query);
    return setup.source().read(selector, from - MARGIN_NANOS, to + MARGIN_NANOS);
  }

  /** The node's figure stands even where those of functions cannot be read. */
  private EnergyReading reading(
      NodeWindow node, List<String> functions, long from, long to, Set<Target> targets)
      throws InterruptedException {
    List<String> notes = new ArrayList<>(node.notes());
    Map<String, Double> ownJoules = Map.of();
    if (found.meter().own().isPresent()) {
      Own own = found.meter().own().get();
      try {
        OwnFigures figures =
            OwnFigures.of(
                found.meter(),
                own,
                samples(own.query(), from, to),
                new OwnFigures.Scope(targets, functions, setup.namespace(), setup.pids()),
                from,
                to);
        ownJoules = figures.byFunction();
        EnergyChecks.moreThanTheNode(node.joules(), figures.all()).ifPresent(notes::add);
      } catch (PrometheusException e) {
        notes.add(name() + " was not asked about its processes: " + e.getMessage());
      }
    }
    return new EnergyReading(node.joules(), ownJoules, notes, "");
  }
}
