package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.UserFolder;
import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.EnergyMeters;
import io.github.edgewatt.profiler.experiment.journal.ExperimentHead;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.spec.Overrides;
import io.github.edgewatt.profiler.experiment.spec.SpecException;
import io.github.edgewatt.profiler.experiment.stage.Programs;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import io.github.edgewatt.profiler.experiment.stage.StageRunner;
import io.github.edgewatt.profiler.experiment.stage.StageScreen;
import io.github.edgewatt.profiler.experiment.stage.Stop;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.local.FreePorts;
import io.github.edgewatt.profiler.platform.local.RunLock;
import io.github.edgewatt.profiler.proc.ShutdownWait;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One {@code experiment} command: its folder, its locks, its head on the screen, its end. */
public final class ExperimentSession {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Tracker, consumers and servers end in turn, each with its grace. */
  private static final Duration MOST_STOPPING = Duration.ofSeconds(150);

  private final Path home;
  private final Programs programs;
  private final StageScreen screen;
  private final String tool;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param home root of the checkout
   * @param tool this program's version
   */
  public ExperimentSession(
      Path home, Programs programs, PrintWriter out, boolean terminal, String tool) {
    this.home = home;
    this.programs = programs;
    this.screen = new StageScreen(out, terminal);
    this.tool = tool;
  }

  /**
   * Begins an experiment.
   *
   * @param file is copied into the folder
   * @param output a new folder; one named by experiment and time where it is empty
   * @param words of the command line
   * @throws SpecException where the folder is no new one
   */
  public void start(
      Path file,
      Experiment experiment,
      Overrides overrides,
      Optional<Path> output,
      List<String> words)
      throws SpecException, DatasetException, PlatformException, InterruptedException {
    Instant now = clock.instant();
    String id = experiment.name() + "-" + ID.format(now);
    Path path = output.orElse(Path.of("output", "experiments", id));
    EnergyMeter meter = EnergyMeters.detect(EnergyMeters.POWERCAP);
    try (RunLock alone = RunLock.acquire(UserFolder.cache(), id);
        ExperimentFolder folder = ExperimentFolder.create(path, file)) {
      alone.staleOwner().ifPresent(owner -> screen.line("cleaned", "the lock of " + owner));
      ExperimentHead head =
          new ExperimentHead(
              id,
              experiment.name(),
              words,
              file.toAbsolutePath().normalize().getParent().toString(),
              overrides.model().orElse(null),
              overrides.images().orElse(null),
              MachineLine.ofThisMachine(),
              meter.name() + ": " + meter.description(),
              tool,
              now.truncatedTo(ChronoUnit.SECONDS).toString());
      go(experiment, folder, Journal.create(folder.path(), head, clock), meter);
    }
  }

  /**
   * Goes on with an experiment.
   *
   * @throws SpecException where there is none, or its file does not hold any more
   */
  public void resume(Path path)
      throws SpecException, DatasetException, PlatformException, InterruptedException {
    EnergyMeter meter = EnergyMeters.detect(EnergyMeters.POWERCAP);
    try (ExperimentFolder folder = ExperimentFolder.resume(path)) {
      Journal journal = Journal.open(folder.path(), clock);
      Experiment experiment = ExperimentFolder.read(folder.path(), home, journal.head());
      try (RunLock alone = RunLock.acquire(UserFolder.cache(), journal.head().id())) {
        alone.staleOwner().ifPresent(owner -> screen.line("cleaned", "the lock of " + owner));
        go(experiment, folder, journal, meter);
      }
    }
  }

  private void go(
      Experiment experiment, ExperimentFolder folder, Journal journal, EnergyMeter meter)
      throws DatasetException, StageException, InterruptedException {
    Stop stop = new Stop();
    ShutdownWait shutdown = ShutdownWait.stopping(stop::ask, MOST_STOPPING);
    try {
      HeadLines.of(experiment, journal.head()).forEach(screen::line);
      screen.line("output", folder.path().toString());
      StageRunner runner = new StageRunner(folder.path(), journal, programs, screen, stop);
      Tools tools = new Tools(meter, FreePorts.ofThisMachine(), clock);
      long started = System.nanoTime();
      Path report = new ExperimentRun(folder.path(), experiment, journal, runner, tools).call();
      double minutes = (System.nanoTime() - started) / 60e9;
      screen.line("done", String.format(Locale.ROOT, "%.1f min  report  %s", minutes, report));
    } catch (InterruptedException e) {
      screen.clear();
      screen.line(
          "stopped", "all is ended; go on with bin/profiler experiment --resume " + folder.path());
      throw e;
    } catch (StageException e) {
      screen.clear();
      screen.line(
          "failed", "all is ended; go on with bin/profiler experiment --resume " + folder.path());
      throw e;
    } finally {
      shutdown.close();
    }
  }
}
