package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.profiler.experiment.deploy.ClusterFleet;
import io.github.edgewatt.profiler.experiment.deploy.Fleet;
import io.github.edgewatt.profiler.experiment.deploy.Kubectl;
import io.github.edgewatt.profiler.experiment.deploy.LocalFleet;
import io.github.edgewatt.profiler.experiment.deploy.TargetsFile;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.journal.StageEntry.State;
import io.github.edgewatt.profiler.experiment.measure.MeasuredFacts;
import io.github.edgewatt.profiler.experiment.measure.Measurement;
import io.github.edgewatt.profiler.experiment.spec.Consumers;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.stage.Addresses;
import io.github.edgewatt.profiler.experiment.stage.CommandLines;
import io.github.edgewatt.profiler.experiment.stage.Place;
import io.github.edgewatt.profiler.experiment.stage.Stage;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import io.github.edgewatt.profiler.experiment.stage.StageRunner;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.local.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Topics, consumers, images, results, extract: one measurement on servers that run. */
final class OneMeasurement {
  private static final Duration INIT = Duration.ofMinutes(3);
  private static final Duration EXTRACT = Duration.ofMinutes(30);

  private final Experiment experiment;
  private final PlannedMeasurement planned;
  private final Place place;
  private final Addresses at;
  private final StageRunner runner;
  private final Journal journal;
  private final Tools tools;
  private final CommandLines lines;

  OneMeasurement(
      Experiment experiment,
      PlannedMeasurement planned,
      Place place,
      Addresses at,
      StageRunner runner,
      Journal journal,
      Tools tools) {
    this.experiment = experiment;
    this.planned = planned;
    this.place = place;
    this.at = at;
    this.runner = runner;
    this.journal = journal;
    this.tools = tools;
    this.lines = new CommandLines(experiment, at);
  }

  /**
   * Whether an attempt lacks its extract alone: Prometheus still holds what it saw, for a stack
   * that is taken down and up again keeps that.
   */
  static boolean needsOnlyExtract(Journal journal, Place place) {
    return journal.isDone(place.run(), place.attempt(), Stage.TRACK.text())
        && journal.isDone(place.run(), place.attempt(), Stage.FEED.text())
        && Files.exists(place.folder().resolve(MeasuredFacts.NAME));
  }

  void call() throws DatasetException, StageException, InterruptedException {
    try {
      Files.createDirectories(place.folder());
    } catch (IOException e) {
      throw DatasetException.of("cannot make", place.folder(), e);
    }
    if (!needsOnlyExtract(journal, place)) {
      runner.profiler(place, Stage.INIT, lines.init(), INIT);
      measure();
    }
    MeasuredFacts facts = MeasuredFacts.read(place.folder());
    runner.profiler(
        place,
        Stage.EXTRACT,
        lines.extract(
            place.folder(),
            Instant.ofEpochMilli(facts.fromMs()),
            Instant.ofEpochMilli(facts.toMs())),
        EXTRACT);
  }

  private void measure() throws DatasetException, StageException, InterruptedException {
    Consumers consumers = planned.consumers();
    Fleet fleet =
        consumers.cluster().isPresent()
            ? new ClusterFleet(
                new Kubectl(runner, place, consumers.cluster().get()),
                consumers,
                experiment.topics())
            : new LocalFleet(
                runner,
                place,
                consumers,
                experiment.topics(),
                at.kafka(),
                experiment.servers().clientConfig(),
                tools.ports());
    try {
      deploy(fleet);
      int trackPort = port();
      if (at.targets().isPresent()) {
        TargetsFile.write(
            at.targets().get(),
            Map.of(
                "yolo-consumer", fleet.metrics(),
                "yolo-tracker", List.of(FreePorts.HOST + ":" + trackPort)));
      }
      runner.screen().status("settling for " + Durations.format(experiment.settle()));
      runner.stop().sleep(experiment.settle());
      long firstId = planned.firstId() + (place.attempt() - 1) * PlannedMeasurement.ATTEMPT_IDS;
      new Measurement(runner, place, lines, fleet, tools.meter(), tools.clock())
          .call(consumers, firstId, trackPort);
    } finally {
      runner.screen().status("undeploying …");
      for (String fault : fleet.down()) {
        runner.screen().line("warning", fault);
      }
    }
  }

  private void deploy(Fleet fleet) throws DatasetException, StageException, InterruptedException {
    long started = System.nanoTime();
    int number =
        journal.begin(place.run(), place.attempt(), Stage.DEPLOY.text(), List.of(), "logs");
    runner.screen().status("deploy " + planned.label());
    State state = State.FAILED;
    try {
      fleet.up();
      state = State.DONE;
    } catch (InterruptedException e) {
      state = State.STOPPED;
      throw e;
    } finally {
      journal.end(number, state, null, planned.label());
    }
    runner.screen().done(Stage.DEPLOY, (System.nanoTime() - started) / 1e9, planned.label());
  }

  private int port() throws StageException {
    try {
      return tools.ports().take();
    } catch (PlatformException e) {
      throw new StageException(e.getMessage());
    }
  }
}
