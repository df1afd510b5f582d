package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.ClusterView;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Usage;
import io.github.edgewatt.scoring.climate.Climate;
import io.github.edgewatt.scoring.climate.ClimateView;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.score.base.Age;
import java.time.Instant;
import java.util.Optional;

/** Reads how nodes stand, from memory. */
final class LoadReader {
  private final ClusterView cluster;
  private final ClimateView climates;
  private final NodeMemory memory;
  private final PowerSettings settings;
  private final PowerRule rule;

  LoadReader(
      ClusterView cluster,
      ClimateView climates,
      NodeMemory memory,
      PowerSettings settings,
      PowerRule rule) {
    this.cluster = cluster;
    this.climates = climates;
    this.memory = memory;
    this.settings = settings;
    this.rule = rule;
  }

  /** What is asked of each node's arrivals when {@code pod} is to be placed at {@code now}. */
  Arrivals.Question question(Pod pod, Instant now) {
    // A pod that waits for its node is on no node's list.
    String except = pod.node().isEmpty() ? "" : pod.uid();
    return new Arrivals.Question(this::measured, now.toEpochMilli(), settings.warmUp(), except);
  }

  /** The node as it stands at {@code now}. */
  Load read(NodeEntry entry, Arrivals.Question question, Instant now) {
    // Whatever else is missing, arrivals are noted: their time runs from when they are first seen.
    NodeFacts facts = memory.of(entry, now);
    if (!(entry.node().cores() > 0)) {
      return Load.unknown(entry, Double.NaN, "the node tells no CPU capacity");
    }
    String stale = usageWhy(entry, now);
    if (!stale.isEmpty()) {
      return Load.unknown(entry, Double.NaN, stale);
    }
    double used = entry.usage().orElseThrow().cores();
    double before = used + facts.arrivals().unmeasured(rule, question);
    if (facts.source().source().isEmpty()) {
      return Load.unknown(entry, before, facts.source().why());
    }
    PowerSource source = facts.source().source().get();
    Warmth warmth = warmth(entry.node(), facts, source, now);
    return warmth.why().isEmpty()
        ? new Load(entry, before, source, warmth, "")
        : Load.unknown(entry, before, warmth.why());
  }

  private String usageWhy(NodeEntry entry, Instant now) {
    if (entry.usage().isEmpty()) {
      return "no metrics of the node";
    }
    Usage usage = entry.usage().get();
    if (!(usage.cores() >= 0 && Double.isFinite(usage.cores()))) {
      return "its metrics tell no CPU";
    }
    return Age.why("metrics", usage.at(), now, settings.usageAge());
  }

  private Warmth warmth(Node node, NodeFacts facts, PowerSource source, Instant now) {
    if (!Warmth.asked(source)) {
      return Warmth.NONE;
    }
    Optional<Climate> climate = climates.of(node.name());
    if (climate.isEmpty()) {
      return Warmth.unknown("no temperature page of the node");
    }
    String old = Age.why("temperature page", climate.get().at(), now, settings.climateAge());
    return old.isEmpty()
        ? Warmth.of(climate.get(), facts.ranges(), source.features(), rule)
        : Warmth.unknown(old);
  }

  private double measured(Pod pod) {
    Optional<Usage> usage = cluster.podUsage(pod.namespace(), pod.name());
    // A reading from before the pod is that of an earlier pod of its name.
    boolean own = usage.isPresent() && !usage.get().at().isBefore(pod.createdAt());
    return own && usage.get().cores() > 0 ? usage.get().cores() : 0;
  }
}
