package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.FunctionFeatures;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeFeatures;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.feature.Target;
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

/** Models of random numbers that are in every other way like trained ones. */
public final class RandomModels {
  public static final NodeType MID = NodeType.ofCores(4);
  public static final NodeType HEAVY = NodeType.ofCores(6);
  public static final NodeType LIGHT = NodeType.ofCores(2);

  private final Random random;

  public RandomModels(long seed) {
    random = new Random(seed);
  }

  /** A model of our own family that knows everything a model can know; LIGHT is adapted. */
  public TrainedModel complete(int trees, int nodes) {
    EnumMap<Target, TargetModel> targets = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      targets.put(target, target(NodeFeatures.NAMES, blend(trees, nodes, 8), false));
    }
    EnumMap<FunctionTarget, TargetModel> functions = new EnumMap<>(FunctionTarget.class);
    for (FunctionTarget target : FunctionTarget.values()) {
      functions.put(target, target(FunctionFeatures.NAMES, forest(trees, nodes, 8), true));
    }
    List<String> seen = FunctionFeatures.NAMES.subList(2, 10);
    OverloadModel overload =
        new OverloadModel(
            true,
            "forest",
            seen,
            columns(seen, FunctionFeatures.NAMES),
            forest(trees, nodes, 8),
            new MonotoneMap(new double[] {0, 0.25, 1}, new double[] {0.01, 0.5, 0.99}),
            0.4 + random.nextDouble() / 10);
    Adaptation adaptation =
        new Adaptation(5, physics(), scale(), Map.of(Target.POWER, 0.8, Target.RAM, 1.1), 1.5);
    return new TrainedModel(
        header(),
        profiles(),
        physics(),
        Optional.empty(),
        Map.of(HEAVY, idle(), MID, idle(), LIGHT, idle()),
        Map.of("curl", 200.0, "env", 200.0, "figlet", 100.0),
        targets,
        Optional.of(overload),
        functions,
        Map.of(LIGHT, adaptation));
  }

  /** A model of upstream's family: CPU alone, on summed rates of groups. */
  public TrainedModel groups() {
    RateSpace space = RateSpace.groups(Map.of("LOW", List.of("env"), "HIGH", List.of("figlet")));
    return new TrainedModel(
        header(),
        new Profiles(6, Map.of()),
        CpuPhysics.PRIOR,
        Optional.of(space),
        Map.of(MID, new Idle(10, Double.NaN, Double.NaN, Double.NaN)),
        Map.of("env", 200.0, "figlet", 100.0),
        Map.of(Target.CPU, target(space.names(), linear(space.names().size()), true)),
        Optional.empty(),
        Map.of(),
        Map.of());
  }

  public Forest forest(int trees, int nodes, int width) {
    int perTree = nodes / 2 * 2 + 1;
    int[] roots = new int[trees];
    byte[] feature = new byte[trees * perTree];
    double[] value = new double[trees * perTree];
    int[] right = new int[trees * perTree];
    for (int tree = 0; tree < trees; tree++) {
      roots[tree] = tree * perTree;
      fill(feature, value, right, roots[tree], perTree, width);
    }
    return new Forest(roots, feature, value, right);
  }

  private void fill(byte[] feature, double[] value, int[] right, int at, int size, int width) {
    value[at] = random.nextGaussian() * 100;
    if (size == 1) {
      feature[at] = -1;
      return;
    }
    int left = random.nextInt((size - 1) / 2) * 2 + 1;
    feature[at] = (byte) random.nextInt(width);
    right[at] = at + 1 + left;
    fill(feature, value, right, at + 1, left, width);
    fill(feature, value, right, right[at], size - 1 - left, width);
  }

  private Linear linear(int width) {
    return new Linear(random.nextGaussian(), random.doubles(width).toArray());
  }

  private Blend blend(int trees, int nodes, int width) {
    Sum sum = new Sum(List.of(linear(width), forest(trees, nodes, width)));
    return new Blend(List.of(forest(trees, nodes, width), linear(width), sum));
  }

  private TargetModel target(List<String> space, Regressor regressor, boolean absolute) {
    List<String> features = space.subList(0, Math.min(8, space.size()));
    return new TargetModel(
        "forest+ridge", features, columns(features, space), regressor, absolute, scale());
  }

  private static int[] columns(List<String> features, List<String> space) {
    return features.stream().mapToInt(space::indexOf).toArray();
  }

  private IntervalScale scale() {
    return new IntervalScale(
        random.nextDouble(), random.nextDouble() / 5, -random.nextDouble(), random.nextDouble());
  }

  private CpuPhysics physics() {
    return new CpuPhysics(
        0.9 + random.nextDouble() / 5,
        0.1,
        20 + random.nextDouble(),
        1,
        0.7,
        random.nextDouble(),
        65,
        2.5,
        Map.of("figlet", 0.5 + random.nextDouble()));
  }

  private Idle idle() {
    return new Idle(10 + random.nextDouble(), 2e9, 25, 5 + random.nextDouble());
  }

  private Profiles profiles() {
    Map<String, CostProfile> profiles = new TreeMap<>();
    for (String function : List.of("curl", "env", "figlet", "nmap")) {
      List<Point> points = new ArrayList<>();
      double cost = 0.2 + random.nextDouble();
      for (int rate = 50; rate <= 200; rate += 50) {
        double watts = function.equals("nmap") ? Double.NaN : rate * 0.01;
        double success = rate > 150 ? 0.9 : 1;
        points.add(new Point(rate, cost * rate, 1e8 + rate, watts, 0.01 * rate, success));
      }
      profiles.put(function, new CostProfile(function, points));
    }
    return new Profiles(6, profiles);
  }

  private ModelHeader header() {
    return new ModelHeader(
        "edgewatt 0.1.0",
        Instant.parse("2026-11-22T10:15:00Z"),
        random.nextLong(),
        "00ff" + Long.toHexString(random.nextLong()),
        1234,
        411,
        List.of("HEAVY curl+env+figlet", "MID env+figlet"),
        Map.of("cpu.r2", random.nextDouble(), "cpu.mae", 12.5, "power.r2", Double.NaN),
        List.of("cpu: forest+ridge, R2 0.95 (ridge 0.93)", "3 rows with an invalid verdict"));
  }
}
