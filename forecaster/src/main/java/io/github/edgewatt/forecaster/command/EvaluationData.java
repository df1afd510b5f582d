package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.forecaster.evaluate.Evaluation;
import io.github.edgewatt.forecaster.evaluate.Round;
import io.github.edgewatt.forecaster.evaluate.Split;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.read.DataReader;
import io.github.edgewatt.forecaster.read.DataRequest;
import io.github.edgewatt.forecaster.read.Measurements;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an evaluation reads, and the rounds it makes of it.
 *
 * @param train what may be learnt from, with the profiles
 * @param title how it was held back, for people
 * @param rounds at least one
 * @param lines what a user wants to know of it
 */
record EvaluationData(Measurements train, String title, List<Round> rounds, List<String> lines) {

  /** Reads; every refusal is a line for the user. */
  static EvaluationData read(
      DataRequest request, Optional<Path> test, Split split, Evaluation.Options options)
      throws DatasetException, UsageException {
    Measurements train = DataReader.readForTraining(request);
    List<String> lines = new ArrayList<>(train.lines());
    return test.isPresent()
        ? heldApart(train, request, test.get(), options, lines)
        : of(train, split, options, lines);
  }

  /** Rounds of one set of measurements. */
  static EvaluationData of(
      Measurements train, Split split, Evaluation.Options options, List<String> lines)
      throws UsageException {
    List<Round> rounds = split.rounds(train.observations().all(), options.seed());
    if (rounds.isEmpty()) {
      throw new UsageException(
          "nothing can be held back by --split "
              + split.text()
              + ": the data hold too few of them; use --split configuration or measure more");
    }
    List<String> all = new ArrayList<>(lines);
    all.add(
        "split     by %s, %s%s"
            .formatted(split.text(), Numbers.count(rounds.size(), "round"), learnt(options)));
    if (split == Split.NODE_TYPE) {
      rounds.forEach(round -> all.addAll(unknownNodes(round, options)));
    }
    return new EvaluationData(train, "split by " + split.text(), rounds, all);
  }

  private static EvaluationData heldApart(
      Measurements train,
      DataRequest request,
      Path test,
      Evaluation.Options options,
      List<String> lines)
      throws DatasetException, UsageException {
    DataRequest asked =
        new DataRequest(
            List.of(test), Optional.empty(), request.nodeType(), request.soloNodeType());
    Measurements held = DataReader.read(asked).knowing(train.solo().functions());
    // Functions alone are no test: the profiles that forecasts are made of know them.
    List<Observation> wanted = held.observations().where(Observation::isMix);
    held.observations()
        .leftOut()
        .forEach(leftOut -> lines.add("left out  of the test: " + leftOut));
    if (wanted.isEmpty()) {
      throw new UsageException(
          test
              + " holds nothing to be scored on"
              + held.observations().leftOut().stream()
                  .findFirst()
                  .map(leftOut -> ": left out " + leftOut)
                  .orElse(": no measurements of mixes"));
    }
    List<Observation> candidates = train.observations().all();
    Round round = Round.disjoint("test", candidates, wanted);
    TreeSet<NodeType> nodes = new TreeSet<>();
    wanted.forEach(one -> nodes.add(one.node()));
    lines.add(
        "test      %,d rows of %,d configurations on %s%s"
            .formatted(
                wanted.stream().mapToInt(one -> one.repeats().size()).sum(),
                wanted.size(),
                String.join(", ", nodes.stream().map(NodeType::name).toList()),
                learnt(options)));
    int dropped = candidates.size() - round.train().size();
    if (dropped > 0) {
      lines.add(
          "left out  %s of --train with rates that the test asks of the same kind of node"
              .formatted(Numbers.count(dropped, "configuration")));
    }
    lines.addAll(unknownNodes(round, options));
    return new EvaluationData(train, "test " + test, List.of(round), lines);
  }

  private static String learnt(Evaluation.Options options) {
    return options.fraction() < 1
        ? "; learnt from " + Numbers.significant(100 * options.fraction(), 3) + " % of the others"
        : "";
  }

  private static List<String> unknownNodes(Round round, Evaluation.Options options) {
    TreeSet<NodeType> known = new TreeSet<>();
    round.train().forEach(one -> known.add(one.node()));
    Map<NodeType, Integer> unknown = new TreeMap<>();
    round.test().stream()
        .filter(one -> !known.contains(one.node()))
        .forEach(one -> unknown.merge(one.node(), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    unknown.forEach(
        (node, count) ->
            lines.add(
                "unknown   %s is not learnt: %s"
                    .formatted(
                        node.name(),
                        options.calibrate() == 0
                            ? "asked without calibration (--calibrate K)"
                            : "calibrated with %s drawn from its %d, scored on the others"
                                .formatted(
                                    Numbers.count(
                                        Math.min(options.calibrate(), count), "configuration"),
                                    count))));
    return lines;
  }
}
