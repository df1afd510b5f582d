package io.github.edgewatt.scoring.score.fpga;

import io.github.edgewatt.cluster.ClusterView;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.score.base.Age;
import io.github.edgewatt.scoring.score.base.Memo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prefers nodes whose FPGAs were idle and have the wanted bitstream (FPGAScheduling, PreScore and
 * Score):
 *
 * <pre>{@code
 * score = trunc(100 x (Wu u + Wr r + Wb b) / (Wu + Wr + Wb))      by rank
 * score =       100 x (Wu u + Wr r + Wb b) / (Wu + Wr + Wb)       by magnitude
 * }</pre>
 *
 * Nodes without the annotation get 0, as upstream. Those whose annotation is stale or cannot be
 * read are not judged, and do not count for the others' ranks; upstream fails every pod then. Safe
 * to share between threads.
 */
public final class FpgaPolicy {
  private static final int SPARE = 64;

  private final FpgaSettings settings;
  private final Clock clock;
  private final Memo<FpgaFacts> memo;

  /**
   * @param clock ages are counted by
   */
  public FpgaPolicy(ClusterView cluster, FpgaSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.memo = new Memo<>(() -> cluster.nodes().size() + SPARE);
  }

  /** Whether the pod is to be judged: one of the two labels is exactly {@code true}. */
  public boolean wanted(Pod pod) {
    Map<String, String> labels = pod.labels();
    return "true".equals(labels.get(FpgaKeys.ENABLED))
        || "true".equals(labels.get(FpgaKeys.FPGA_ENABLED));
  }

  /** Whether pod and node both name a vendor, and not the same one. */
  public boolean otherVendor(Pod pod, Node node) {
    String wanted = pod.labels().get(FpgaKeys.VENDOR);
    String has = node.labels().get(FpgaKeys.VENDOR);
    return wanted != null && has != null && !wanted.equals(has);
  }

  /** A score for each of {@code nodes}, in order, of a pod that is {@link #wanted}. */
  public List<FpgaScore> score(Pod pod, List<NodeEntry> nodes) {
    Instant now = clock.instant();
    List<FpgaFacts> facts = new ArrayList<>(nodes.size());
    List<FpgaState> states = new ArrayList<>(nodes.size());
    for (NodeEntry entry : nodes) {
      FpgaFacts one = fresh(facts(entry.node()), now);
      facts.add(one);
      if (one.why().isEmpty() && one.state() != null) {
        states.add(one.state());
      }
    }
    Standing usage = standing(states.stream().mapToDouble(FpgaState::usageMillis).toArray());
    Standing reconfiguration =
        standing(states.stream().mapToDouble(FpgaState::reconfigurationMillis).toArray());
    String bitstream = pod.labels().get(FpgaKeys.BITSTREAM);
    List<FpgaScore> scores = new ArrayList<>(nodes.size());
    for (FpgaFacts one : facts) {
      if (!one.why().isEmpty()) {
        scores.add(new FpgaScore(Double.NaN, one.why()));
      } else if (one.state() == null) {
        scores.add(new FpgaScore(states.isEmpty() ? Double.NaN : 0, "no FPGA state"));
      } else {
        FpgaState state = one.state();
        boolean fits = bitstream == null || state.bitstreams().contains(bitstream);
        scores.add(
            new FpgaScore(
                score(
                    usage.of(state.usageMillis()),
                    reconfiguration.of(state.reconfigurationMillis()),
                    fits),
                ""));
      }
    }
    return scores;
  }

  private double score(double usage, double reconfiguration, boolean fits) {
    double score = settings.percent(usage, reconfiguration, fits ? 1 : 0);
    return settings.magnitudes() ? score : Math.floor(score);
  }

  private Standing standing(double[] values) {
    return new Standing(values, settings.magnitudes());
  }

  private FpgaFacts fresh(FpgaFacts facts, Instant now) {
    if (facts.updatedAt() == null) {
      return facts;
    }
    String why = Age.why("FPGA state", facts.updatedAt(), now, settings.age());
    return why.isEmpty()
        ? facts
        : new FpgaFacts(facts.node(), facts.state(), facts.updatedAt(), why);
  }

  private FpgaFacts facts(Node node) {
    FpgaFacts known = memo.get(node.name());
    if (known != null && Memo.same(known.node(), node)) {
      return known;
    }
    FpgaFacts facts = FpgaFacts.of(node, known);
    memo.put(node.name(), facts);
    return facts;
  }
}
