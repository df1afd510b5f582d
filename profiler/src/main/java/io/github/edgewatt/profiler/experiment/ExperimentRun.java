package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.deploy.Stack;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.page.Pages;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.stage.Addresses;
import io.github.edgewatt.profiler.experiment.stage.CommandLines;
import io.github.edgewatt.profiler.experiment.stage.Place;
import io.github.edgewatt.profiler.experiment.stage.Stage;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import io.github.edgewatt.profiler.experiment.stage.StageRunner;
import io.github.edgewatt.profiler.proc.Proc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An experiment from its first unfinished step to its report. Servers and consumers live only while
 * something is measured, and are ended however that ends.
 */
public final class ExperimentRun {
  private static final Duration BUILD = Duration.ofMinutes(10);
  private static final Duration CORRELATE = Duration.ofMinutes(10);

  private final Path folder;
  private final Experiment experiment;
  private final Journal journal;
  private final StageRunner runner;
  private final Tools tools;
  private final List<PlannedMeasurement> planned;

  /**
   * @param folder the experiment's, with its journal
   */
  public ExperimentRun(
      Path folder, Experiment experiment, Journal journal, StageRunner runner, Tools tools) {
    this.folder = folder;
    this.experiment = experiment;
    this.journal = journal;
    this.runner = runner;
    this.tools = tools;
    this.planned = PlannedMeasurement.of(experiment);
  }

  /**
   * Does what is left to do; returns the report.
   *
   * @throws StageException when a stage fails: one line that names its log
   * @throws InterruptedException when it was asked to stop; all is ended by then
   */
  public Path call() throws DatasetException, StageException, InterruptedException {
    journal.state("running", "");
    try {
      LeftOvers.end(
          folder, experiment.servers().script(), journal, Proc.ofThisMachine(), runner.screen());
      List<PlannedMeasurement> left =
          planned.stream().filter(measurement -> !isMeasured(measurement)).toList();
      if (!left.isEmpty()) {
        measure(left);
      }
      Optional<StageException> fault = Optional.empty();
      try {
        for (PlannedMeasurement measurement : planned) {
          correlate(measurement);
        }
      } catch (StageException e) {
        // What was measured is told all the same.
        fault = Optional.of(e);
      }
      Path report = report();
      if (fault.isPresent()) {
        throw fault.get();
      }
      journal.state("done", "");
      return report;
    } catch (InterruptedException e) {
      journal.state("stopped", "asked to stop");
      throw e;
    } catch (StageException e) {
      journal.state("failed", e.getMessage());
      throw e;
    } catch (DatasetException e) {
      try {
        journal.state("failed", e.getMessage());
      } catch (DatasetException again) {
        // A full disk takes the journal's word as well; the first fault is the one to tell.
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  private boolean isMeasured(PlannedMeasurement measurement) {
    return journal.isDone(
        measurement.run(), journal.attempt(measurement.run()), Stage.EXTRACT.text());
  }

  private Place last(PlannedMeasurement measurement) {
    return Place.of(folder, measurement.run(), Math.max(1, journal.attempt(measurement.run())));
  }

  private void measure(List<PlannedMeasurement> left)
      throws DatasetException, StageException, InterruptedException {
    PrometheusCheck.answers(experiment.servers().prometheus());
    if (experiment.consumers().cluster().isEmpty()) {
      runner.run(place(left.get(0)), Stage.BUILD, runner.programs().build(), BUILD);
    }
    Optional<Stack> stack =
        experiment
            .servers()
            .script()
            .map(script -> new Stack(script, folder.resolve("stack"), journal));
    try {
      for (PlannedMeasurement measurement : left) {
        Place place = place(measurement);
        if (left.size() > 1) {
          runner.screen().line("measure", measurement.label());
        }
        Addresses at =
            stack.isPresent()
                ? stack.get().reset(runner, place, experiment.topics().partitions())
                : new Addresses(
                    experiment.servers().kafka(),
                    experiment.servers().prometheus(),
                    Optional.empty());
        new OneMeasurement(experiment, measurement, place, at, runner, journal, tools).call();
      }
    } finally {
      runner.screen().clear();
      if (stack.isPresent() && !journal.stack().isEmpty()) {
        stack
            .get()
            .down(folder.resolve("logs/stack-down.log"))
            .ifPresent(fault -> runner.screen().line("warning", fault));
      }
    }
  }

  /** The place to measure at: a new one where an earlier attempt has measured something already. */
  private Place place(PlannedMeasurement measurement) {
    Place last = last(measurement);
    return journal.wasBegun(last.run(), last.attempt(), Stage.TRACK.text())
            && !OneMeasurement.needsOnlyExtract(journal, last)
        ? Place.of(folder, last.run(), last.attempt() + 1)
        : last;
  }

  private void correlate(PlannedMeasurement measurement)
      throws DatasetException, StageException, InterruptedException {
    Place place = last(measurement);
    if (!journal.isDone(place.run(), place.attempt(), Stage.CORRELATE.text())) {
      runner.profiler(place, Stage.CORRELATE, CommandLines.correlate(place.folder()), CORRELATE);
    }
  }

  private Path report() throws DatasetException {
    long started = System.nanoTime();
    List<Pages.Part> parts =
        planned.stream().map(each -> new Pages.Part(each.who(), last(each))).toList();
    Path page = Pages.write(folder, experiment, journal, parts, !experiment.sweep().isEmpty());
    runner.screen().done(Stage.REPORT, (System.nanoTime() - started) / 1e9, page.toString());
    return page;
  }
}
