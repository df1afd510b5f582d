package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.ClusterView;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.climate.ClimateView;
import io.github.edgewatt.scoring.power.PowerPredictor;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.Watts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a pod adds to each node's power, and a score from it: CPU before and after, both asked of
 * the predictor for all nodes in one batch. Safe to share between threads.
 */
public final class PowerPolicy {
  private static final double HUNDREDTHS = 100;

  /** Ten times 0.1 core must fit into one. */
  private static final double ROUNDING = 1e-9;

  private final PowerRule rule;
  private final LoadReader reader;
  private final Quotes quotes;
  private final Packing packing;
  private final Clock clock;

  /**
   * @param sources who knows a node's watts
   * @param clock ages are counted by
   */
  public PowerPolicy(
      ClusterView cluster,
      ClimateView climates,
      PowerPredictor predictor,
      Function<Node, NodeSource> sources,
      PowerSettings settings,
      Clock clock) {
    this.rule = rule(settings);
    this.quotes = new Quotes(predictor);
    NodeMemory memory = new NodeMemory(cluster, sources, settings.warmUp());
    this.reader = new LoadReader(cluster, climates, memory, settings, rule);
    PowerRule watts = new WattsRule();
    LoadReader plain = new LoadReader(cluster, climates, memory, settings, watts);
    this.packing = new Packing(plain, watts, quotes, clock);
    this.clock = clock;
  }

  private static PowerRule rule(PowerSettings settings) {
    return switch (settings.mode()) {
      case WATTS -> new WattsRule();
      case WAO_V1 -> new WaoV1Rule();
      case WAO_V2 -> new WaoV2Rule(settings.pendingShare());
    };
  }

  /** A score for each of {@code nodes}, in order. */
  public List<PowerScore> score(Pod pod, List<NodeEntry> nodes) {
    Demand demand = rule.demand(pod);
    Instant now = clock.instant();
    List<Load> loads = new ArrayList<>(nodes.size());
    List<PowerQuestion> questions = new ArrayList<>(2 * nodes.size());
    for (NodeEntry entry : nodes) {
      Load load = reader.read(entry, pod.uid(), now);
      loads.add(load);
      if (asks(load, demand)) {
        questions.add(load.question(load.coresBefore(), rule));
        questions.add(load.question(load.coresBefore() + demand.added(), rule));
      }
    }
    return scored(loads, demand, quotes.askPairs(questions));
  }

  /**
   * Where {@code replicas} pods like {@code pod} would cost least, one after the other: watts as
   * they are, whatever the mode.
   */
  public Packed pack(Pod pod, List<NodeEntry> nodes, int replicas) {
    return packing.pack(pod, nodes, replicas);
  }

  private List<PowerScore> scored(List<Load> loads, Demand demand, List<Watts> answers) {
    List<PowerScore> found = new ArrayList<>(loads.size());
    double[] deltas = new double[loads.size()];
    int answered = 0;
    for (int i = 0; i < deltas.length; i++) {
      Load load = loads.get(i);
      PowerScore score;
      if (asks(load, demand)) {
        score = judged(load, demand, answers.get(answered), answers.get(answered + 1));
        answered += 2;
      } else {
        score = PowerScore.unknown(load, demand.added(), why(load, demand));
      }
      deltas[i] = over(load, demand) ? PowerRule.OVER : score.wattsAfter() - score.wattsBefore();
      found.add(score);
    }
    double[] scores = rule.scores(deltas);
    for (int i = 0; i < scores.length; i++) {
      found.set(i, found.get(i).scored(scores[i]));
    }
    return found;
  }

  private static PowerScore judged(Load load, Demand demand, Watts before, Watts after) {
    if (!Quotes.known(before) || !Quotes.known(after)) {
      Watts missing = Quotes.known(before) ? after : before;
      boolean told = missing != null && !missing.why().isEmpty();
      return PowerScore.unknown(
          load, demand.added(), told ? missing.why() : "the model answered no number");
    }
    return new PowerScore(
        Double.NaN,
        load.coresBefore(),
        load.coresBefore() + demand.added(),
        load.warmth().ambientCelsius(),
        before.watts(),
        after.watts(),
        before.origin() == Watts.Origin.FALLBACK,
        before.why().isEmpty() ? after.why() : before.why());
  }

  static boolean asks(Load load, Demand demand) {
    return load.why().isEmpty() && !demand.none() && !over(load, demand);
  }

  static boolean over(Load load, Demand demand) {
    // A load that is not known is not over capacity.
    double needed = load.coresBefore() + demand.checked();
    return !demand.none() && !Double.isNaN(needed) && !within(needed, load.cores());
  }

  /** Whether {@code used} is no more than {@code cores}, up to rounding. */
  static boolean within(double used, double cores) {
    return used <= cores * (1 + ROUNDING);
  }

  private static String why(Load load, Demand demand) {
    if (demand.none()) {
      return "the pod asks for no CPU";
    }
    return over(load, demand)
        ? "over capacity: "
            + hundredths(load.coresBefore() + demand.checked())
            + " of "
            + hundredths(load.cores())
            + " cores"
        : load.why();
  }

  private static double hundredths(double cores) {
    return Math.round(cores * HUNDREDTHS) / HUNDREDTHS;
  }
}
