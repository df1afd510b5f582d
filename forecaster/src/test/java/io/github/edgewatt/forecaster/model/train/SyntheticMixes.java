package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.read.SourceFile;
import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.ObservationBuilder;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Made-up measurements of functions that follow the physics, and a little noise. */
public final class SyntheticMixes {
  public static final NodeType HEAVY = NodeType.ofCores(6);
  public static final NodeType MID = NodeType.ofCores(4);
  public static final NodeType LIGHT = NodeType.ofCores(2);

  /** What the mixes follow. */
  public static final CpuPhysics TRUTH =
      new CpuPhysics(1.1, 0.15, 15, 0.9, 0.75, 5, 60, 3, Map.of());

  /** CPU of a request in percent of one core, by function. */
  private static final Map<String, Double> COSTS =
      new TreeMap<>(Map.of("ant", .1, "bee", .4, "cat", 1.0, "dog", 1.6));

  private static final double NAN = Double.NaN;

  private final Random random;
  private final double noise;
  private int row;

  /**
   * @param noise standard deviation of the node's CPU, percent of one core
   */
  public SyntheticMixes(long seed, double noise) {
    this.random = new Random(seed);
    this.noise = noise;
  }

  /** The functions alone, on a node of six cores. */
  public static Profiles profiles() {
    TreeMap<String, CostProfile> profiles = new TreeMap<>();
    COSTS.forEach(
        (function, cost) -> {
          List<CostProfile.Point> points = new ArrayList<>();
          for (int rate = 20; rate <= 200; rate += 20) {
            double success = cost * rate > 250 ? .6 : 1;
            points.add(
                new CostProfile.Point(rate, cost * rate, 5e7, .002 * cost * rate, .01, success));
          }
          profiles.put(function, new CostProfile(function, points));
        });
    return new Profiles(6, profiles);
  }

  /** The same as rows, {@code repeats} at a rate. */
  public List<MeasurementRow> solo(int repeats) {
    List<MeasurementRow> rows = new ArrayList<>();
    NodeRow blind = new NodeRow(NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0, false, null);
    profiles()
        .functions()
        .forEach(
            (function, profile) -> {
              for (CostProfile.Point point : profile.points()) {
                for (int i = 0; i < repeats; i++) {
                  FunctionRow measured =
                      new FunctionRow(
                          function,
                          point.rate(),
                          point.success(),
                          point.cpuPercent() + .01 * random.nextDouble(),
                          point.ramBytes(),
                          point.powerWatts() * 1e6,
                          1,
                          point.success() < .9,
                          1e7,
                          null);
                  rows.add(row(MeasurementRow.Kind.SOLO, List.of(measured), blind));
                }
              }
            });
    return rows;
  }

  /**
   * Mixes of {@code functions} at random rates up to 200/s, each measured {@code repeats} times.
   */
  public List<MeasurementRow> mixes(
      NodeType node, int configurations, int repeats, String... functions) {
    List<MeasurementRow> rows = new ArrayList<>();
    for (int i = 0; i < configurations; i++) {
      TreeMap<String, Integer> rates = new TreeMap<>();
      for (String function : functions) {
        rates.put(function, 10 * random.nextInt(21));
      }
      for (int j = 0; j < repeats; j++) {
        rows.add(mix(node, rates));
      }
    }
    return rows;
  }

  private MeasurementRow mix(NodeType node, Map<String, Integer> rates) {
    TreeMap<String, Double> active = new TreeMap<>();
    rates.forEach((function, rate) -> active.put(function, (double) rate));
    active.values().removeIf(rate -> rate == 0);
    double demand = TRUTH.demandPercent(node, active, profiles());
    double increase = TRUTH.increasePercent(node, demand);
    boolean overloaded = demand > .95 * TRUTH.capacityPercent(node);
    double rest = 10 + random.nextDouble();
    double cpu = rest + increase + noise * random.nextGaussian();
    double ramRest = 1e9 + 1e8 * random.nextDouble();
    double ram = ramRest + 1e7 * active.size() + 1e6 * random.nextGaussian();
    double memory = 4e9 * node.cores();
    NodeRow measured =
        new NodeRow(
            rest,
            cpu,
            ramRest,
            ram,
            100 * ramRest / memory,
            100 * ram / memory,
            1e6,
            1e6 + 1e4 * (increase + .2 * noise * random.nextGaussian()),
            5,
            overloaded,
            null);
    List<FunctionRow> functions = new ArrayList<>();
    rates.forEach(
        (function, rate) -> {
          double own = COSTS.get(function) * rate;
          functions.add(
              new FunctionRow(
                  function,
                  rate,
                  overloaded ? .5 : 1,
                  own,
                  5e7,
                  2e3 * own,
                  1,
                  overloaded && rate > 0,
                  rate == 0 ? 0 : 1e7,
                  null));
        });
    return row(MeasurementRow.Kind.MIX, functions, measured);
  }

  private MeasurementRow row(
      MeasurementRow.Kind kind, List<FunctionRow> functions, NodeRow measured) {
    return new MeasurementRow(
        "s" + row++, kind, 1, Instant.EPOCH, functions, measured, Verdict.valid());
  }

  /** Rows as observations of {@code node}. */
  public static List<Observation> observations(NodeType node, List<MeasurementRow> rows) {
    ObservationBuilder builder = new ObservationBuilder(Optional.of(node));
    builder.add(
        new SourceFile(
            Path.of("synthetic.csv"),
            MeasurementRow.Kind.MIX,
            Optional.empty(),
            Optional.empty(),
            rows));
    return builder.build().all();
  }

  /** Three combinations on two kinds of nodes, two repeats each. */
  public List<Observation> campaign(int configurations) {
    List<Observation> all = new ArrayList<>();
    for (NodeType node : List.of(MID, HEAVY)) {
      all.addAll(observations(node, mixes(node, configurations, 2, "ant", "bee", "cat")));
      all.addAll(observations(node, mixes(node, configurations, 2, "bee", "cat", "dog")));
      all.addAll(observations(node, mixes(node, configurations, 2, "ant", "dog")));
    }
    return all;
  }
}
