package io.github.edgewatt.nodeforecast;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeFeatures;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.IntervalScale;
import io.github.edgewatt.forecaster.model.Linear;
import io.github.edgewatt.forecaster.model.ModelHeader;
import io.github.edgewatt.forecaster.model.TargetModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.CostProfile.Point;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models whose answers can be worked out by hand. A request of {@code env} takes 0.5 % of a core,
 * of {@code figlet} 1 %; each percent takes {@link #WATTS_PER_PERCENT}. Bounds are 10 below and 20
 * above.
 */
public final class TestModels {
  public static final double WATTS_PER_PERCENT = 0.2;
  public static final Instant TRAINED = Instant.parse("2026-11-22T10:15:00Z");
  public static final long VERSION = TRAINED.getEpochSecond();
  public static final NodeType LIGHT = NodeType.ofCores(2);
  public static final NodeType MID = NodeType.ofCores(4);
  private static final Map<NodeType, Idle> NODES =
      Map.of(LIGHT, new Idle(20, 1e9, 25, 10), MID, new Idle(40, 2e9, 25, 20));
  private static final Map<String, Double> HIGHEST = Map.of("env", 100.0, "figlet", 100.0);

  private TestModels() {}

  /** CPU, memory and power of LIGHT and MID. */
  public static TrainedModel power() {
    return power(TRAINED, WATTS_PER_PERCENT);
  }

  public static TrainedModel power(Instant trained, double wattsPerPercent) {
    return model(trained, NODES, targets(wattsPerPercent));
  }

  /** The same for LIGHT alone. */
  public static TrainedModel light() {
    return model(TRAINED, Map.of(LIGHT, NODES.get(LIGHT)), targets(WATTS_PER_PERCENT));
  }

  /** CPU alone. */
  public static TrainedModel withoutPower() {
    return model(TRAINED, NODES, Map.of(Target.CPU, targets(WATTS_PER_PERCENT).get(Target.CPU)));
  }

  /** Upstream's groups: CPU is 1 a request of LOW, 2 of HIGH, 3 of MEDIUM, and 100 a node code. */
  public static TrainedModel groups() {
    RateSpace space =
        RateSpace.groups(
            Map.of("LOW", List.of("env"), "HIGH", List.of("figlet"), "MEDIUM", List.of("curl")));
    TargetModel cpu =
        new TargetModel(
            "ridge",
            space.names(),
            new int[] {0, 1, 2, 3},
            new Linear(0, new double[] {2, 1, 3, 100}),
            true,
            new IntervalScale(1, 0, -10, 20));
    return new TrainedModel(
        header(TRAINED, List.of("LIGHT env+figlet")),
        new Profiles(2, Map.of()),
        CpuPhysics.PRIOR,
        Optional.of(space),
        NODES,
        Map.of("env", 100.0, "figlet", 100.0, "curl", 50.0),
        Map.of(Target.CPU, cpu),
        Optional.empty(),
        Map.of(),
        Map.of());
  }

  public static Path write(Path file, TrainedModel model) {
    try {
      ModelFile.write(file, model);
    } catch (DatasetException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  private static Map<Target, TargetModel> targets(double wattsPerPercent) {
    return Map.of(
        Target.CPU, linear("cpu_percent", 1),
        Target.RAM, linear("functions", 1e6),
        Target.POWER, linear("cpu_percent", wattsPerPercent));
  }

  private static TargetModel linear(String feature, double weight) {
    return new TargetModel(
        "ridge",
        List.of(feature),
        new int[] {NodeFeatures.NAMES.indexOf(feature)},
        new Linear(0, new double[] {weight}),
        false,
        new IntervalScale(1, 0, -10, 20));
  }

  private static TrainedModel model(
      Instant trained, Map<NodeType, Idle> nodes, Map<Target, TargetModel> targets) {
    List<String> combinations =
        nodes.keySet().stream().map(node -> node.name() + " env+figlet").sorted().toList();
    return new TrainedModel(
        header(trained, combinations),
        new Profiles(2, Map.of("env", profile("env", .5), "figlet", profile("figlet", 1))),
        CpuPhysics.PRIOR,
        Optional.empty(),
        nodes,
        HIGHEST,
        targets,
        Optional.empty(),
        Map.of(),
        Map.of());
  }

  private static CostProfile profile(String function, double percent) {
    return new CostProfile(
        function,
        List.of(
            new Point(50, 50 * percent, 1e6, Double.NaN, .01, 1),
            new Point(100, 100 * percent, 1e6, Double.NaN, .01, 1)));
  }

  private static ModelHeader header(Instant trained, List<String> combinations) {
    return new ModelHeader("test", trained, 1, "00", 10, 5, combinations, Map.of(), List.of());
  }
}
