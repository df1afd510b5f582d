package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.cluster.ClusterState;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.forecaster.curve.PowerCurves;
import io.github.edgewatt.scoring.BadInputException;
import io.github.edgewatt.scoring.climate.ClimateView;
import io.github.edgewatt.scoring.explain.Scorers;
import io.github.edgewatt.scoring.power.cache.CachingPredictor;
import io.github.edgewatt.scoring.power.cache.PredictorFigures;
import io.github.edgewatt.scoring.power.cache.PredictorOptions;
import io.github.edgewatt.scoring.power.node.PowerSources;
import io.github.edgewatt.scoring.power.node.SourceChoice;
import io.github.edgewatt.scoring.score.NodeScorer;
import io.github.edgewatt.scoring.score.Scorer;
import io.github.edgewatt.scoring.score.ScoringSettings;
import io.github.edgewatt.scoring.score.power.NodeSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All parts of one process, running. */
public final class Engine implements Scorers, AutoCloseable {
  /** Policies of questions that are kept ready beside the configured one. */
  private static final int MOST_POLICIES = 8;

  private final ScoringConfig config;
  private final ClusterFeed cluster;
  private final Temperatures temperatures;
  private final CachingPredictor predictor;
  private final PowerSources sources;
  private final Scorer configured;
  private final Map<Policy, Scorer> others =
      new LinkedHashMap<>(MOST_POLICIES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Policy, Scorer> eldest) {
          return size() > MOST_POLICIES;
        }
      };

  private Engine(
      ScoringConfig config, Duration predictorDeadline, PowerCurves curves, ClusterFeed cluster) {
    this.config = config;
    this.cluster = cluster;
    this.sources = new PowerSources(curves.nodeTypes());
    this.predictor =
        CachingPredictor.open(
            PredictorOptions.DEFAULTS
                .withDeadline(predictorDeadline)
                .withKeep(config.predictorKeep()),
            curves);
    this.temperatures = Temperatures.start(config, this::warm);
    this.configured = scorer(Policy.parse(config.policy()));
  }

  /**
   * Starts everything and returns at once; the cluster is read meanwhile.
   *
   * @throws IllegalArgumentException one line where the configuration cannot be used
   */
  public static Engine start(ScoringConfig config) {
    return start(config, config.predictorDeadline());
  }

  /** Likewise, with another wait for a model's answer. */
  static Engine start(ScoringConfig config, Duration predictorDeadline) {
    Configs.check(config);
    PowerCurves curves = Models.read(config.model().orElse(List.of()));
    ClusterFeed cluster =
        config.replay().isPresent()
            ? new ReplayedCluster(config.replay().get(), config.metricsEvery(), Clock.systemUTC())
            : new LiveCluster(config.kubeconfig(), config.metricsEvery());
    return new Engine(config, predictorDeadline, curves, cluster);
  }

  @Override
  public Scorer of(String policy) {
    if (policy.isEmpty()) {
      return configured;
    }
    Policy parsed;
    try {
      parsed = Policy.parse(policy);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage());
    }
    synchronized (others) {
      return others.computeIfAbsent(parsed, this::scorer);
    }
  }

  @Override
  public Collection<String> nodes() {
    return cluster.state().nodes().stream().map(entry -> entry.node().name()).toList();
  }

  /** What is missing before questions can be answered. */
  public Optional<String> missing() {
    return cluster.missing();
  }

  /** Whether what nodes use, and temperatures where any are read, were read at least once. */
  boolean readings() {
    return cluster.metricsFailure().isEmpty() && temperatures.complete();
  }

  /** What the predictor has done so far. */
  public PredictorFigures predictorFigures() {
    return predictor.figures();
  }

  @Override
  public Map<String, Object> state() {
    PredictorFigures figures = predictor.figures();
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("policy", config.policy());
    state.put("missing", missing().orElse(""));
    state.put("metricsFailure", cluster.metricsFailure().orElse(""));
    state.put("nodes", cluster.state().nodes().size());
    state.put(
        "nodesWithUsage",
        cluster.state().nodes().stream().filter(entry -> entry.usage().isPresent()).count());
    state.put("nodesWithTemperatures", temperatures.known());
    state.put("pods", cluster.state().nodes().stream().mapToLong(one -> one.pods().size()).sum());
    state.put("powerQuestions", figures.questions());
    state.put("powerQuestionsMissed", figures.missed());
    state.put("powerAnswersSubstituted", figures.substituted());
    state.put("powerSources", figures.sources());
    state.put("powerSourcesPaused", figures.paused());
    return state;
  }

  @Override
  public void close() {
    temperatures.close();
    cluster.close();
    predictor.close();
  }

  private Scorer scorer(Policy policy) {
    ClusterState state = cluster.state();
    ClimateView climates = temperatures.view();
    ScoringSettings settings = Settings.of(config, policy);
    return new NodeScorer(state, climates, predictor, this::source, settings, Clock.systemUTC());
  }

  /** Nodes whose model asks for temperatures. */
  private Collection<Node> warm() {
    return cluster.state().nodes().stream()
        .map(NodeEntry::node)
        .filter(node -> sources.of(node).source().filter(Temperatures::asked).isPresent())
        .toList();
  }

  private NodeSource source(Node node) {
    SourceChoice choice = sources.of(node);
    return choice.source().map(NodeSource::of).orElseGet(() -> NodeSource.none(choice.why()));
  }
}
