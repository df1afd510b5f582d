package io.github.edgewatt.forecaster.model.file;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Adaptation;
import io.github.edgewatt.forecaster.model.Blend;
import io.github.edgewatt.forecaster.model.Forest;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.IntervalScale;
import io.github.edgewatt.forecaster.model.Linear;
import io.github.edgewatt.forecaster.model.ModelHeader;
import io.github.edgewatt.forecaster.model.MonotoneMap;
import io.github.edgewatt.forecaster.model.OverloadModel;
import io.github.edgewatt.forecaster.model.TargetModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.CostProfile.Point;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model small enough to read, with one of everything: what the golden file holds. */
final class TinyModel {
  static final TrainedModel MODEL =
      new TrainedModel(
          new ModelHeader(
              "edgewatt 0.1.0",
              Instant.parse("2026-11-22T10:15:00Z"),
              9007199254740993L,
              "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              60,
              20,
              List.of("HEAVY env+figlet", "MID env+figlet"),
              Map.of("cpu.r2", 0.95, "cpu.mae", 12.25, "power.r2", Double.NaN),
              List.of(
                  "cpu: forest and ridge, R2 0.95", "left out: 3 rows with an invalid verdict")),
          new Profiles(
              6,
              Map.of(
                  "env",
                  new CostProfile("env", List.of(new Point(50, 12.5, 1e6, Double.NaN, 0.01, 1))),
                  "figlet",
                  new CostProfile(
                      "figlet",
                      List.of(
                          new Point(20, 40, 2e6, 0.25, 0.05, 1),
                          new Point(40, 85, 2.5e6, 0.5, 0.125, 0.875))))),
          new CpuPhysics(1.0625, 0.125, 20, 1, 0.75, 0, 65, 2.5, Map.of("env", 1.25)),
          Optional.empty(),
          Map.of(
              NodeType.ofCores(6), new Idle(12, 4e9, 25, Double.NaN),
              NodeType.ofCores(4), new Idle(10, 2e9, 25, 0.5)),
          Map.of("env", 50.0, "figlet", 40.0),
          Map.of(
              Target.CPU,
              new TargetModel(
                  "forest+ridge",
                  List.of("rate", "physics_cpu_percent"),
                  new int[] {5, 13},
                  new Blend(
                      List.of(
                          new Forest(
                              new int[] {0, 3},
                              new byte[] {1, -1, -1, 0, -1, -1},
                              new double[] {50, 20, 80, 30, 24, 72},
                              new int[] {2, 0, 0, 5, 0, 0}),
                          new Linear(-1.5, new double[] {0.25, 1}))),
                  false,
                  new IntervalScale(4, 0.125, -1.5, 1.75))),
          Optional.of(
              new OverloadModel(
                  true,
                  "forest",
                  List.of("saturation"),
                  new int[] {11},
                  new Forest(
                      new int[] {0},
                      new byte[] {0, -1, -1},
                      new double[] {0.75, 0, 0.9},
                      new int[] {2, 0, 0}),
                  new MonotoneMap(new double[] {0, 1}, new double[] {0.01, 0.99}),
                  0.5)),
          Map.of(
              FunctionTarget.LATENCY,
              new TargetModel(
                  "ridge",
                  List.of("solo_latency_seconds"),
                  new int[] {5},
                  new Linear(0, new double[] {1.5}),
                  true,
                  new IntervalScale(0.01, 0.5, -1, 2))),
          Map.of(
              NodeType.ofCores(2),
              new Adaptation(
                  5,
                  CpuPhysics.PRIOR,
                  new IntervalScale(6, 0.25, -2, 2),
                  Map.of(Target.RAM, 0.5),
                  1.5)));

  private TinyModel() {}
}
