package io.github.edgewatt.profiler.experiment.measure;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.experiment.deploy.Fleet;
import io.github.edgewatt.profiler.experiment.journal.StageEntry.State;
import io.github.edgewatt.profiler.experiment.spec.Consumers;
import io.github.edgewatt.profiler.experiment.stage.CommandLines;
import io.github.edgewatt.profiler.experiment.stage.LogTail;
import io.github.edgewatt.profiler.experiment.stage.Place;
import io.github.edgewatt.profiler.experiment.stage.Stage;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import io.github.edgewatt.profiler.experiment.stage.StageRunner;
import io.github.edgewatt.profiler.experiment.stage.StageRunner.Running;
import io.github.edgewatt.profiler.proc.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Feeds images while the tracker records what comes back, and waits until all is back. */
public final class Measurement {
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration TRACK_READY = Duration.ofSeconds(90);
  private static final Duration FEED_ROOM = Duration.ofMinutes(2);
  private static final Duration BEFORE = Duration.ofSeconds(5);

  /** What a feed that came to its end returns where images failed. */
  private static final int SOME_FAILED = 1;

  private static final long SAMPLE_NANOS = 1_000_000_000L;

  private final StageRunner runner;
  private final Place place;
  private final CommandLines lines;
  private final Fleet fleet;
  private final EnergyMeter meter;
  private final Clock clock;
  private final List<String> notes = new ArrayList<>();
  private UsageLog usage;
  private long sampledNanos;

  public Measurement(
      StageRunner runner,
      Place place,
      CommandLines lines,
      Fleet fleet,
      EnergyMeter meter,
      Clock clock) {
    this.runner = runner;
    this.place = place;
    this.lines = lines;
    this.fleet = fleet;
    this.meter = meter;
    this.clock = clock;
  }

  /**
   * Measures; {@code measured.json} is there when this returns.
   *
   * @param trackPort where the tracker tells its metrics
   */
  public MeasuredFacts call(Consumers consumers, long firstId, int trackPort)
      throws DatasetException, StageException, InterruptedException {
    Running track =
        runner.startProfiler(place, Stage.TRACK, lines.track(place.folder(), trackPort));
    boolean trackOver = false;
    try (UsageLog log = new UsageLog(place.folder(), fleet.pids(), Proc.ofThisMachine(), clock)) {
      usage = log;
      awaitReady(track);
      long from = clock.millis() - BEFORE.toMillis();
      double joulesBefore = meter.readJoules();
      sample();
      feed(track, firstId);
      drain(track);
      trackOver = true;
      // Prometheus has to have seen the last counters, too.
      int tail = Math.min(30, 2 * lines.experiment().extract().samplingSeconds());
      double joules = meter.readJoules() - joulesBefore;
      runner.screen().status("waiting " + tail + " s for the last scrape");
      runner.stop().sleep(Duration.ofSeconds(tail));
      MeasuredFacts facts =
          new MeasuredFacts(
              from,
              clock.millis(),
              consumers.count(),
              consumers.model(),
              consumers.resolution().orElse(null),
              firstId,
              Double.isFinite(joules) ? joules : null,
              meter.name() + ": " + meter.description(),
              fleet.unseen(),
              notes);
      facts.write(place.folder());
      return facts;
    } finally {
      if (!trackOver) {
        track.child().end();
        if (runner.isOpen(track)) {
          runner.ended(track, State.STOPPED, "ended with the measurement");
        }
      }
    }
  }

  private void awaitReady(Running track)
      throws DatasetException, StageException, InterruptedException {
    long deadline = System.nanoTime() + TRACK_READY.toNanos();
    while (LogTail.text(track.child().log()).lines().noneMatch(line -> line.startsWith("ready"))) {
      if (!track.child().isAlive()) {
        throw runner.failed(track, "ended with " + track.child().exit() + " before it was ready");
      }
      if (System.nanoTime() - deadline > 0) {
        throw track.child().fault("is not ready after " + Durations.format(TRACK_READY));
      }
      runner.stop().sleep(LOOK);
    }
  }

  private void feed(Running track, long firstId)
      throws DatasetException, StageException, InterruptedException {
    Running feed = runner.startProfiler(place, Stage.FEED, lines.feed(place.folder(), firstId));
    Duration asked = lines.experiment().feed().duration();
    try {
      while (feed.child().isAlive()) {
        if (StageRunner.seconds(feed) > asked.plus(FEED_ROOM).toSeconds()) {
          feed.child().end();
          throw runner.failed(
              feed, "has not ended after " + Durations.format(asked.plus(FEED_ROOM)));
        }
        if (!track.child().isAlive()) {
          throw runner.failed(track, "ended with " + track.child().exit() + " before the feed");
        }
        look();
        runner
            .screen()
            .status(
                String.format(
                    Locale.ROOT,
                    "feed %.0f of %d s  %s",
                    StageRunner.seconds(feed),
                    asked.toSeconds(),
                    LogTail.lastLine(feed.child().log())));
        runner.stop().sleep(LOOK);
      }
    } catch (InterruptedException | StageException e) {
      feed.child().end();
      if (runner.isOpen(feed)) {
        runner.ended(feed, State.STOPPED, "");
      }
      throw e;
    }
    int exit = feed.child().exit();
    if (exit == SOME_FAILED && Files.isRegularFile(place.folder().resolve("feed.json"))) {
      note("some images were not acknowledged: " + LogTail.lastLine(feed.child().log()));
    } else if (exit != 0) {
      throw runner.failed(feed, "ended with " + exit);
    }
    runner.ended(feed, State.DONE, "");
    runner
        .screen()
        .done(Stage.FEED, StageRunner.seconds(feed), LogTail.lastLine(feed.child().log()));
  }

  private void drain(Running track) throws DatasetException, StageException, InterruptedException {
    Duration most = lines.experiment().track().drain();
    long deadline = System.nanoTime() + most.toNanos();
    while (track.child().isAlive()) {
      if (System.nanoTime() - deadline > 0) {
        note("gave up waiting for results " + Durations.format(most) + " after the last image");
        track.child().end();
      } else {
        look();
        runner.screen().status("track: " + LogTail.lastLine(track.child().log()));
        runner.stop().sleep(LOOK);
      }
    }
    if (summaries().isEmpty()) {
      throw runner.failed(
          track, "ended with " + track.child().exit() + " and has recorded no result");
    }
    String last = LogTail.lastLine(track.child().log());
    if (track.child().exit() != 0) {
      note("track ended with " + track.child().exit() + ": " + last);
    }
    runner.ended(track, State.DONE, "");
    runner.screen().done(Stage.TRACK, StageRunner.seconds(track), last);
  }

  /** One look at the consumers, and a sample when it is time. */
  private void look() throws DatasetException, StageException {
    if (System.nanoTime() - sampledNanos >= SAMPLE_NANOS) {
      sample();
    }
    for (String loss : fleet.losses()) {
      note(loss);
    }
    if (fleet.isGone()) {
      throw new StageException("no consumer is left: see their logs in " + place.log("consumer-1"));
    }
  }

  private void sample() throws DatasetException {
    usage.sample();
    sampledNanos = System.nanoTime();
  }

  private void note(String text) {
    notes.add(text);
    runner.screen().line("warning", text);
  }

  private List<Path> summaries() {
    Path outputs = place.folder().resolve("yolo_outputs");
    try (Stream<Path> folders = Files.list(outputs)) {
      return folders
          .map(folder -> folder.resolve("summary.json"))
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
