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
    PowerRule watts = settings.mode() == PowerMode.WATTS ? rule : new WattsRule();
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
    Arrivals.Question arrivals = reader.question(pod, now);
    Load[] loads = new Load[nodes.size()];
    List<PowerQuestion> questions = new ArrayList<>(2 * nodes.size());
    for (int i = 0; i < loads.length; i++) {
      Load load = reader.read(nodes.get(i), arrivals, now);
      loads[i] = load;
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

  private List<PowerScore> scored(Load[] loads, Demand demand, List<Watts> answers) {
    double[] deltas = new double[loads.length];
    int answered = 0;
    for (int i = 0; i < deltas.length; i++) {
      if (asks(loads[i], demand)) {
        deltas[i] = delta(answers.get(answered), answers.get(answered + 1));
        answered += 2;
      } else {
        deltas[i] = over(loads[i], demand) ? PowerRule.OVER : Double.NaN;
      }
    }
    double[] scores = rule.scores(deltas);
    List<PowerScore> found = new ArrayList<>(scores.length);
    answered = 0;
    for (int i = 0; i < scores.length; i++) {
      Load load = loads[i];
      if (asks(load, demand)) {
        Watts before = answers.get(answered);
        Watts after = answers.get(answered + 1);
        answered += 2;
        found.add(
            Double.isNaN(deltas[i])
                ? PowerScore.unknown(load, demand, scores[i], missing(before, after))
                : PowerScore.judged(load, demand, scores[i], before, after));
      } else {
        found.add(PowerScore.unknown(load, demand, scores[i], why(load, demand)));
      }
    }
    return found;
  }

  private static double delta(Watts before, Watts after) {
    return Quotes.known(before) && Quotes.known(after)
        ? after.watts() - before.watts()
        : Double.NaN;
  }

  private static String missing(Watts before, Watts after) {
    Watts missing = Quotes.known(before) ? after : before;
    boolean told = missing != null && !missing.why().isEmpty();
    return told ? missing.why() : "the model answered no number";
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
