package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.evaluate.Contender;
import io.github.edgewatt.forecaster.evaluate.Contenders;
import io.github.edgewatt.forecaster.evaluate.Evaluation;
import io.github.edgewatt.forecaster.evaluate.Evaluation.Result;
import io.github.edgewatt.forecaster.evaluate.PermutationImportance;
import io.github.edgewatt.forecaster.evaluate.ScoreJson;
import io.github.edgewatt.forecaster.evaluate.ScorePage;
import io.github.edgewatt.forecaster.evaluate.ScoreText;
import io.github.edgewatt.forecaster.plot.EvaluationPage;
import io.github.edgewatt.forecaster.profile.Profiles;
import io.github.edgewatt.forecaster.question.JsonText;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Scores contenders on rounds, and tells the result as text, JSON and a page. */
final class ScoreRun {
  private final EvaluationData data;
  private final Evaluation.Options options;
  private final Consumer<String> progress;
  private final List<Result> results = new ArrayList<>();
  private final PermutationImportance importance;

  ScoreRun(EvaluationData data, Evaluation.Options options, Consumer<String> progress) {
    this.data = data;
    this.options = options;
    this.progress = progress;
    this.importance = new PermutationImportance(data.rounds().size(), options.seed());
  }

  /**
   * Trains and scores.
   *
   * @param names of contenders; the first's features are shuffled for their importance
   * @param groupList empty: groups are made of functions alone
   */
  void contend(List<String> names, Optional<Path> groupList)
      throws DatasetException, UsageException {
    Profiles profiles = data.train().solo().profiles();
    List<Contender> contenders = Contenders.of(names, functions(), groups(names, groupList));
    if (contenders.isEmpty()) {
      throw new UsageException("no model is left to be scored: name others with --models");
    }
    Evaluation evaluation = new Evaluation(profiles, options, progress);
    try {
      for (Contender contender : contenders) {
        Evaluation asked =
            results.isEmpty()
                ? evaluation.watchedBy((model, round) -> importance.add(model, round.test()))
                : evaluation;
        results.addAll(asked.run(List.of(contender), data.rounds()));
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private List<String> functions() {
    TreeSet<String> functions = new TreeSet<>();
    data.train().observations().all().forEach(one -> functions.addAll(one.deployed()));
    return List.copyOf(functions);
  }

  private Map<String, List<String>> groups(List<String> names, Optional<Path> groupList)
      throws DatasetException {
    if (!names.contains("groups")) {
      return Map.of();
    }
    try {
      return RateGroups.of(groupList.orElse(null), data.train().solo().rows(), options.seed());
    } catch (DatasetException e) {
      if (groupList.isPresent() || names.size() == 1) {
        throw e;
      }
      progress.accept("groups: left out, " + e.getMessage());
      return Map.of();
    }
  }

  /** The tables and what their columns mean. */
  List<String> text() {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(ScoreText.table(results));
    lines.add("");
    lines.addAll(ScoreText.legend());
    return lines;
  }

  String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("held_back", data.title());
    tree.put("data_sha256", data.train().sha256());
    tree.put("fraction", options.fraction());
    tree.put("calibrate", options.calibrate());
    tree.put("seed", options.seed());
    tree.put("notes", data.lines());
    tree.put("models", ScoreJson.of(results));
    return JsonText.pretty(tree);
  }

  /** Writes the page; returns its file. */
  Path draw(Path folder) throws DatasetException {
    try {
      ScorePage.of(data.title(), results, importance.importance()).writeTo(folder);
    } catch (IOException e) {
      throw DatasetException.of("cannot write to", folder, e);
    }
    return folder.resolve(EvaluationPage.FILE);
  }
}
