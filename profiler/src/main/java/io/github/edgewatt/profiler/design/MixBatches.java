package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.MixForecast;
import io.github.edgewatt.forecaster.profile.Profiles;
import io.github.edgewatt.forecaster.profile.SoloProfile;
import io.github.edgewatt.forecaster.suggest.Candidates;
import io.github.edgewatt.forecaster.suggest.LightModel;
import io.github.edgewatt.forecaster.suggest.Measured;
import io.github.edgewatt.forecaster.suggest.MixFeatures;
import io.github.edgewatt.forecaster.suggest.NextConfigurations;
import io.github.edgewatt.forecaster.suggest.Suggestion;
import io.github.edgewatt.profiler.overload.OverloadRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The mixes to measure, batch by batch: each is what the forecaster suggests on what was known when
 * it began.
 *
 * <p>What was known then can be told from any later history: the rows before the first mix that is
 * in no earlier batch. So a resumed run chooses the same mixes, though later rows are there.
 */
final class MixBatches {
  /** Mixes to choose from: some hundred a batch's member. */
  private static final int CANDIDATES = 1_000;

  private static final int CANDIDATES_PER_MEMBER = 20;

  private final DesignPlan plan;
  private final int cores;
  private final List<List<Configuration>> batches = new ArrayList<>();
  private final Set<Configuration> chosen = new HashSet<>();

  MixBatches(DesignPlan plan, int cores) {
    this.plan = plan;
    this.cores = cores;
  }

  /** Batch {@code number} of up to {@code size} mixes; fewer where the space has no more. */
  List<Configuration> get(int number, int size, History history) {
    while (batches.size() <= number) {
      List<Configuration> next = choose(size, known(history));
      batches.add(next);
      chosen.addAll(next);
    }
    return batches.get(number);
  }

  /** How many rows stand before the first mix. */
  static int soloRows(History history) {
    return firstMix(history.rows(), Set.of());
  }

  private List<MeasurementRow> known(History history) {
    return history.rows().subList(0, firstMix(history.rows(), chosen));
  }

  private static int firstMix(List<MeasurementRow> rows, Set<Configuration> but) {
    int index = 0;
    while (index < rows.size()
        && (rows.get(index).kind() == Kind.SOLO || but.contains(rows.get(index).configuration()))) {
      index++;
    }
    return index;
  }

  private List<Configuration> choose(int size, List<MeasurementRow> rows) {
    List<MeasurementRow> solo = rows.stream().filter(row -> row.kind() == Kind.SOLO).toList();
    List<SoloProfile> profiles = SoloProfile.all(plan.functions(), solo);
    double idle =
        solo.stream()
            .mapToDouble(row -> row.node().cpuIdlePercent())
            .filter(Double::isFinite)
            .average()
            .orElse(0);
    MixForecast forecast = new MixForecast(profiles, idle, OverloadRule.cpuLimitPercent(cores));
    Map<String, Integer> caps = new HashMap<>();
    profiles.forEach(profile -> caps.put(profile.function(), cap(profile)));
    long seed = plan.seed() * 31 + batches.size();
    List<Configuration> candidates =
        new Candidates(plan.functions(), caps, plan.combine(), plan.step(), forecast::demandShare)
            .draw(Math.max(CANDIDATES, CANDIDATES_PER_MEMBER * size), seed);
    candidates = candidates.stream().filter(it -> !chosen.contains(it)).toList();
    if (candidates.isEmpty()) {
      return List.of();
    }
    MixFeatures features =
        new MixFeatures(
            new Profiles(cores, CostProfile.all(solo)), NodeType.ofCores(cores), CpuPhysics.PRIOR);
    List<Measured> measured = measured(rows);
    LightModel model = new LightModel(features, forecast::demandShare, candidates, measured);
    return new NextConfigurations(model, measured)
        .among(candidates, size, seed).stream().map(Suggestion::configuration).toList();
  }

  /** Highest rate worth asking of a function: its lowest overloaded rate alone, or the maximum. */
  private int cap(SoloProfile profile) {
    return Math.min(plan.maxRate(), profile.lowestOverloadedRate().orElse(plan.maxRate()));
  }

  private static List<Measured> measured(List<MeasurementRow> rows) {
    Map<Configuration, List<MeasurementRow>> repeats = new LinkedHashMap<>();
    for (MeasurementRow row : rows) {
      if (row.verdict().kind() != Verdict.Kind.INVALID) {
        repeats.computeIfAbsent(row.configuration(), key -> new ArrayList<>()).add(row);
      }
    }
    List<Measured> measured = new ArrayList<>();
    repeats.forEach(
        (configuration, same) -> {
          double increase =
              same.stream()
                  .filter(row -> row.verdict().isValid())
                  .mapToDouble(row -> row.node().cpuPercent() - row.node().cpuIdlePercent())
                  .filter(Double::isFinite)
                  .average()
                  .orElse(Double.NaN);
          long overloaded = same.stream().filter(row -> row.node().overloaded()).count();
          measured.add(new Measured(configuration, increase, (double) overloaded / same.size()));
        });
    return measured;
  }
}
