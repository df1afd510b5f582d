package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.feature.LeftOut;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.train.Trainer;
import io.github.edgewatt.forecaster.model.train.TrainingSet;
import io.github.edgewatt.forecaster.profile.Profiles;
import io.github.edgewatt.forecaster.read.DataReader;
import io.github.edgewatt.forecaster.read.DataRequest;
import io.github.edgewatt.forecaster.read.Measurements;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a training reads.
 *
 * @param measurements everything that was read
 * @param set what is learnt from
 * @param rates upstream's features; empty for our own
 */
record TrainingData(Measurements measurements, TrainingSet set, Optional<RateSpace> rates) {

  /**
   * Reads for a family of features. Upstream's by function needs no function measured alone.
   *
   * @param features {@code profiles}, {@code groups} or {@code functions}
   * @param groupList for groups; empty: made of functions alone
   */
  static TrainingData read(
      DataRequest request, String features, Optional<Path> groupList, long seed)
      throws DatasetException, UsageException {
    switch (features) {
      case "profiles" -> {
        Measurements read = DataReader.readForTraining(request);
        return new TrainingData(read, set(read, read.solo().profiles()), Optional.empty());
      }
      case "functions" -> {
        Measurements read = DataReader.read(request);
        TreeSet<String> functions = new TreeSet<>();
        read.observations().all().forEach(one -> functions.addAll(one.deployed()));
        return ofRates(read, RateSpace.functions(List.copyOf(functions)));
      }
      case "groups" -> {
        Measurements read =
            groupList.isPresent() ? DataReader.read(request) : DataReader.readWithSolo(request);
        Map<String, List<String>> groups =
            RateGroups.of(groupList.orElse(null), read.solo().rows(), seed);
        return ofRates(read, RateSpace.groups(groups));
      }
      default ->
          throw new UsageException(
              "unknown features '" + features + "': use profiles, groups or functions");
    }
  }

  private static TrainingData ofRates(Measurements read, RateSpace rates) {
    int cores =
        read.observations().all().stream()
            .map(Observation::node)
            .mapToInt(NodeType::cores)
            .max()
            .orElse(1);
    return new TrainingData(read, set(read, new Profiles(cores, Map.of())), Optional.of(rates));
  }

  private static TrainingSet set(Measurements read, Profiles profiles) {
    return new TrainingSet(read.observations().all(), profiles);
  }

  /** How to train; functions' own figures need our features. */
  Trainer.Options options(boolean withFunctions, long seed) {
    return new Trainer.Options(
        rates,
        withFunctions && rates.isEmpty() ? List.of(FunctionTarget.values()) : List.of(),
        seed,
        Integer.MAX_VALUE);
  }

  /** {@code model}, with what was left out of its data among its notes. */
  TrainedModel noted(TrainedModel model) {
    List<String> leftOut =
        measurements.observations().leftOut().stream()
            .map(LeftOut::toString)
            .map(one -> "left out: " + one)
            .toList();
    return model.withHeader(model.header().withNotes(leftOut));
  }
}
