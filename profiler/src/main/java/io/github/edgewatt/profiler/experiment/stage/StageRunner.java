package io.github.edgewatt.profiler.experiment.stage;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.journal.StageEntry.State;
import io.github.edgewatt.profiler.experiment.journal.StartedProcess;
import io.github.edgewatt.profiler.proc.Proc;
import io.github.edgewatt.profiler.proc.ProcStat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts an experiment's processes and keeps the journal of them. */
public final class StageRunner {
  private final Path experiment;
  private final Journal journal;
  private final Programs programs;
  private final StageScreen screen;
  private final Stop stop;
  private final Proc proc = Proc.ofThisMachine();

  /** A process that runs, and its number in the journal. */
  public record Running(Child child, int number, long startedNanos) {}

  /**
   * @param experiment the experiment's folder
   */
  public StageRunner(
      Path experiment, Journal journal, Programs programs, StageScreen screen, Stop stop) {
    this.experiment = experiment;
    this.journal = journal;
    this.programs = programs;
    this.screen = screen;
    this.stop = stop;
  }

  public Stop stop() {
    return stop;
  }

  public StageScreen screen() {
    return screen;
  }

  public Programs programs() {
    return programs;
  }

  /** Runs a step of this program to its end. */
  public void profiler(Place place, Stage stage, List<String> words, Duration most)
      throws DatasetException, StageException, InterruptedException {
    run(place, stage, joined(programs.profiler(), words), most);
  }

  /** Starts a step of this program. */
  public Running startProfiler(Place place, Stage stage, List<String> words)
      throws DatasetException, StageException {
    return start(place, stage.text(), joined(programs.profiler(), words), Map.of());
  }

  /** Runs any program to its end, which has to be a good one. */
  public void run(Place place, Stage stage, List<String> command, Duration most)
      throws DatasetException, StageException, InterruptedException {
    stop.check();
    screen.status(stage.text() + " …");
    Running running = start(place, stage.text(), command, Map.of());
    try {
      if (!running.child().await(most, stop)) {
        running.child().end();
        throw failed(running, "has not ended after " + Durations.format(most));
      }
      if (running.child().exit() != 0) {
        throw failed(running, "ended with " + running.child().exit());
      }
    } catch (InterruptedException e) {
      running.child().end();
      ended(running, State.STOPPED, "");
      throw e;
    }
    ended(running, State.DONE, "");
    screen.done(stage, seconds(running), "");
  }

  /** Starts a process under a name of its own, which its log has too. */
  public Running start(
      Place place, String name, List<String> command, Map<String, String> environment)
      throws DatasetException, StageException {
    Path log = place.log(name);
    List<String> words = new ArrayList<>();
    if (!environment.isEmpty()) {
      words.add("env");
      environment.forEach((variable, value) -> words.add(variable + "=" + value));
    }
    words.addAll(command);
    String shown = experiment.relativize(log).toString();
    int number = journal.begin(place.run(), place.attempt(), name, words, shown);
    Child child;
    try {
      child = Child.start(name, command, environment, log);
    } catch (StageException e) {
      journal.end(number, State.FAILED, null, e.getMessage());
      throw e;
    }
    long ticks = proc.stat(child.pid()).map(ProcStat::startTicks).orElse(0L);
    try {
      journal.add(new StartedProcess(name, child.pid(), ticks));
    } catch (DatasetException e) {
      // What cannot be written down could be left behind unknown.
      child.end();
      throw e;
    }
    return new Running(child, number, System.nanoTime());
  }

  /** Notes the end of a process that has ended. */
  public void ended(Running running, State state, String note) throws DatasetException {
    journal.remove(List.of(running.child().pid()));
    Integer exit = running.child().isAlive() ? null : (Integer) running.child().exit();
    journal.end(running.number(), state, exit, note);
  }

  /** Whether the journal still has it running. */
  public boolean isOpen(Running running) {
    return journal.stages().get(running.number()).state() == State.RUNNING;
  }

  /** Notes that a step failed; returns the exception to throw. */
  public StageException failed(Running running, String what) throws DatasetException {
    StageException fault = running.child().fault(what);
    ended(running, State.FAILED, what);
    return fault;
  }

  /** Seconds since a process was started. */
  public static double seconds(Running running) {
    return (System.nanoTime() - running.startedNanos()) / 1e9;
  }

  private static List<String> joined(List<String> first, List<String> then) {
    List<String> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }
}
