package io.github.edgewatt.benchmarks.forecast;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.FunctionFeatures;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeFeatures;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forest;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.IntervalScale;
import io.github.edgewatt.forecaster.model.ModelHeader;
import io.github.edgewatt.forecaster.model.MonotoneMap;
import io.github.edgewatt.forecaster.model.OverloadModel;
import io.github.edgewatt.forecaster.model.TargetModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.CostProfile.Point;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A model of the size real ones have. Thresholds are figures of random loads, split near the middle
 * of those that reach a node, so walks are as deep and as scattered as in grown trees.
 */
final class SyntheticModel {
  static final List<String> FUNCTIONS =
      List.of("curl", "eat-memory", "env", "figlet", "nmap", "shasum");
  private static final int LOADS = 4_000;
  private static final Map<NodeType, Idle> NODES =
      Map.of(
          NodeType.ofCores(2), new Idle(10, 1e9, 25, 2),
          NodeType.ofCores(4), new Idle(12, 2e9, 25, 3),
          NodeType.ofCores(6), new Idle(14, 4e9, 25, 4));

  private final Random random = new Random(1);
  private final Profiles profiles = profiles();

  /** Loads of one to three functions, all known. */
  static List<Load> loads(int count) {
    Random random = new Random(2);
    List<NodeType> nodes = NODES.keySet().stream().sorted().toList();
    List<Load> loads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Double> rates = new TreeMap<>();
      for (int j = 0; j < 3; j++) {
        rates.put(FUNCTIONS.get(random.nextInt(6)), 1.0 + random.nextInt(200));
      }
      NodeType node = nodes.get(random.nextInt(3));
      loads.add(Load.of(node, rates, NODES.get(node)));
    }
    return loads;
  }

  static TrainedModel make() {
    return new SyntheticModel().model();
  }

  private TrainedModel model() {
    List<double[]> nodeRows = new ArrayList<>();
    List<double[]> functionRows = new ArrayList<>();
    for (var load : loads(LOADS)) {
      nodeRows.add(NodeFeatures.of(load, profiles, CpuPhysics.PRIOR));
      for (String function : load.rates().keySet()) {
        functionRows.add(FunctionFeatures.of(function, load, profiles, CpuPhysics.PRIOR));
      }
    }
    EnumMap<Target, TargetModel> targets = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      targets.put(target, target(NodeFeatures.NAMES, forest(100, 5_000, nodeRows)));
    }
    EnumMap<FunctionTarget, TargetModel> functions = new EnumMap<>(FunctionTarget.class);
    for (FunctionTarget target : FunctionTarget.values()) {
      functions.put(target, target(FunctionFeatures.NAMES, forest(50, 5_000, functionRows)));
    }
    OverloadModel overload =
        new OverloadModel(
            true,
            "forest",
            FunctionFeatures.NAMES,
            columns(FunctionFeatures.NAMES),
            forest(100, 3_000, functionRows),
            MonotoneMap.IDENTITY,
            0.5);
    Map<String, Double> rates = new TreeMap<>();
    FUNCTIONS.forEach(function -> rates.put(function, 200.0));
    String all = String.join("+", FUNCTIONS);
    return new TrainedModel(
        new ModelHeader(
            "benchmark",
            Instant.EPOCH,
            1,
            "",
            0,
            0,
            List.of("LIGHT " + all, "MID " + all, "HEAVY " + all),
            Map.of(),
            List.of()),
        profiles,
        CpuPhysics.PRIOR,
        Optional.empty(),
        NODES,
        rates,
        targets,
        Optional.of(overload),
        functions,
        Map.of());
  }

  private static TargetModel target(List<String> names, Forest forest) {
    IntervalScale scale = new IntervalScale(1, 0.1, -1.5, 1.5);
    return new TargetModel("forest", names, columns(names), forest, false, scale);
  }

  private static int[] columns(List<String> names) {
    return java.util.stream.IntStream.range(0, names.size()).toArray();
  }

  private Forest forest(int trees, int nodes, List<double[]> rows) {
    int perTree = nodes / 2 * 2 + 1;
    int[] roots = new int[trees];
    Grown grown = new Grown(trees * perTree);
    for (int tree = 0; tree < trees; tree++) {
      roots[tree] = grown.size;
      grow(grown, perTree, rows);
    }
    return new Forest(roots, grown.feature, grown.value, grown.right);
  }

  private void grow(Grown grown, int size, List<double[]> rows) {
    int at = grown.size++;
    if (size == 1) {
      grown.feature[at] = -1;
      grown.value[at] = random.nextDouble();
      return;
    }
    int width = rows.get(0).length;
    int feature = random.nextInt(width);
    double split = rows.get(random.nextInt(rows.size()))[feature];
    List<double[]> low = new ArrayList<>();
    List<double[]> high = new ArrayList<>();
    for (double[] row : rows) {
      (row[feature] < split ? low : high).add(row);
    }
    int splits = (size - 1) / 2 - 1;
    int lowSplits = (int) Math.round((double) splits * low.size() / rows.size());
    grown.feature[at] = (byte) feature;
    grown.value[at] = split;
    grow(grown, 2 * lowSplits + 1, low.isEmpty() ? rows : low);
    grown.right[at] = grown.size;
    grow(grown, 2 * (splits - lowSplits) + 1, high.isEmpty() ? rows : high);
  }

  private static final class Grown {
    private final byte[] feature;
    private final double[] value;
    private final int[] right;
    private int size;

    Grown(int nodes) {
      feature = new byte[nodes];
      value = new double[nodes];
      right = new int[nodes];
    }
  }

  private Profiles profiles() {
    Map<String, CostProfile> functions = new TreeMap<>();
    for (String function : FUNCTIONS) {
      double cost = 0.1 + random.nextDouble();
      List<Point> points = new ArrayList<>();
      for (int rate = 10; rate <= 200; rate += 10) {
        double success = cost * rate > 120 ? 0.8 : 1;
        points.add(new Point(rate, cost * rate, 1e7 + rate, 0.01 * rate, 0.002 * rate, success));
      }
      functions.put(function, new CostProfile(function, points));
    }
    return new Profiles(6, functions);
  }
}
