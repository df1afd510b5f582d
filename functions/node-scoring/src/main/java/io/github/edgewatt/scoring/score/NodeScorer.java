package io.github.edgewatt.scoring.score;

import io.github.edgewatt.cluster.ClusterView;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.climate.ClimateView;
import io.github.edgewatt.scoring.power.PowerPredictor;
import io.github.edgewatt.scoring.score.base.Scale;
import io.github.edgewatt.scoring.score.fpga.FpgaPolicy;
import io.github.edgewatt.scoring.score.fpga.FpgaScore;
import io.github.edgewatt.scoring.score.power.NodeSource;
import io.github.edgewatt.scoring.score.power.Packed;
import io.github.edgewatt.scoring.score.power.PowerPolicy;
import io.github.edgewatt.scoring.score.power.PowerScore;
import io.github.edgewatt.scoring.score.spread.Refused;
import io.github.edgewatt.scoring.score.spread.SpreadGuard;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Scores nodes by the policies and their weights. Safe to share between threads. */
public final class NodeScorer implements Scorer {
  private final ClusterView cluster;
  private final PolicyWeights weights;
  private final PowerPolicy power;
  private final FpgaPolicy fpga;
  private final SpreadGuard spread;

  /**
   * @param sources who knows a node's watts; asked once for each version of a node
   * @param clock ages are counted by
   */
  public NodeScorer(
      ClusterView cluster,
      ClimateView climates,
      PowerPredictor predictor,
      Function<Node, NodeSource> sources,
      ScoringSettings settings,
      Clock clock) {
    this.cluster = cluster;
    this.weights = settings.weights();
    this.power = new PowerPolicy(cluster, climates, predictor, sources, settings.power(), clock);
    this.fpga = new FpgaPolicy(cluster, settings.fpga(), clock);
    this.spread = new SpreadGuard(cluster, clock);
  }

  @Override
  public List<Rejection> filter(Pod pod, List<String> nodes) {
    List<Rejection> rejections = new ArrayList<>();
    List<NodeEntry> passed = new ArrayList<>();
    for (NodeEntry entry : known(nodes)) {
      if (otherVendor(pod, entry)) {
        String reason = "the pod wants another FPGA vendor than the node has";
        rejections.add(new Rejection(entry.node().name(), reason, true));
      } else {
        passed.add(entry);
      }
    }
    for (Refused one : spread.refused(pod, passed, some -> best(pod, some))) {
      rejections.add(new Rejection(one.node(), one.reason(), false));
    }
    return rejections;
  }

  @Override
  public List<NodeScore> score(Pod pod, List<String> nodes) {
    List<NodeEntry> known = known(nodes);
    List<PowerScore> watts = weights.power() > 0 ? power.score(pod, known) : List.of();
    List<FpgaScore> ranks =
        weights.fpga() > 0 && fpga.wanted(pod) ? fpga.score(pod, known) : List.of();
    Combination combination = new Combination(weights, watts, ranks);
    String notSpread = spread.why(pod);
    List<NodeScore> scores = new ArrayList<>(nodes.size());
    int at = 0;
    for (String name : nodes) {
      // Nodes come and go between two looks: what was found first decides.
      if (at < known.size() && known.get(at).node().name().equals(name)) {
        PowerScore watt = watts.isEmpty() ? null : watts.get(at);
        FpgaScore rank = ranks.isEmpty() ? null : ranks.get(at);
        scores.add(NodeScores.of(known.get(at).node(), watt, rank, combination, notSpread));
        at++;
      } else {
        scores.add(NodeScores.unknown(name));
      }
    }
    return scores;
  }

  @Override
  public Estimate estimate(Pod pod, List<String> nodes, int replicas) {
    List<NodeEntry> open =
        known(nodes).stream()
            .filter(entry -> !entry.node().unschedulable() && !otherVendor(pod, entry))
            .toList();
    Packed packed = power.pack(pod, open, replicas);
    List<Estimate.Step> steps = new ArrayList<>(packed.places().size());
    double total = 0;
    for (Packed.Place place : packed.places()) {
      total += place.deltaWatts();
      steps.add(new Estimate.Step(place.node(), place.deltaWatts(), total));
    }
    return new Estimate(steps, packed.why());
  }

  private boolean otherVendor(Pod pod, NodeEntry entry) {
    return weights.fpga() > 0 && fpga.otherVendor(pod, entry.node());
  }

  /** The best of {@code entries} by name, the first of equals. */
  private String best(Pod pod, List<NodeEntry> entries) {
    List<String> names = entries.stream().map(entry -> entry.node().name()).toList();
    String best = "";
    double most = Scale.WORST - 1;
    for (NodeScore score : score(pod, names)) {
      if (score.score() > most) {
        most = score.score();
        best = score.node();
      }
    }
    return best;
  }

  private List<NodeEntry> known(List<String> names) {
    List<NodeEntry> found = new ArrayList<>(names.size());
    for (String name : names) {
      Optional<NodeEntry> entry = cluster.node(name);
      if (entry.isPresent()) {
        found.add(entry.get());
      }
    }
    return found;
  }
}
