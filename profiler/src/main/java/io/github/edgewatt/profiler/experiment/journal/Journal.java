package io.github.edgewatt.profiler.experiment.journal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import io.github.edgewatt.profiler.experiment.journal.StageEntry.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** An experiment's journal, open for writing. Every change is on the disk when a call returns. */
public final class Journal {
  /** The file's name. */
  public static final String NAME = "experiment.json";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path file;
  private final Clock clock;
  private JournalContent content;

  private Journal(Path file, Clock clock, JournalContent content) {
    this.file = file;
    this.clock = clock;
    this.content = content;
  }

  /** Begins the journal of a new experiment. */
  public static Journal create(Path folder, ExperimentHead head, Clock clock)
      throws DatasetException {
    Journal journal =
        new Journal(
            folder.resolve(NAME),
            clock,
            new JournalContent(
                JournalContent.SCHEMA, head, "running", "", null, "", List.of(), List.of()));
    journal.write();
    return journal;
  }

  /** Opens the journal of an experiment that was begun. */
  public static Journal open(Path folder, Clock clock) throws DatasetException {
    Path file = folder.resolve(NAME);
    try {
      JournalContent content = MAPPER.readValue(Files.readAllBytes(file), JournalContent.class);
      if (content.schema() != JournalContent.SCHEMA || content.head() == null) {
        throw new DatasetException(file + " is of another version of this program");
      }
      return new Journal(file, clock, content);
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw new DatasetException(file + " is no experiment's journal", e);
    }
  }

  public ExperimentHead head() {
    return content.head();
  }

  /** All steps so far, in the order of their start. */
  public List<StageEntry> stages() {
    return content.stages();
  }

  /** Processes that ran when the journal was last written. */
  public List<StartedProcess> processes() {
    return content.processes();
  }

  /** Folder of servers that were not ended; empty. */
  public String stack() {
    return content.stack();
  }

  /** The last attempt of a measurement, 0 where there was none. */
  public int attempt(String run) {
    return stages().stream()
        .filter(entry -> entry.run().equals(run))
        .mapToInt(StageEntry::attempt)
        .max()
        .orElse(0);
  }

  /** Whether a step was begun in an attempt. */
  public boolean wasBegun(String run, int attempt, String stage) {
    return stages().stream().anyMatch(entry -> entry.is(run, attempt, stage));
  }

  /** Whether a step of an attempt is done. */
  public boolean isDone(String run, int attempt, String stage) {
    return stages().stream()
        .anyMatch(entry -> entry.is(run, attempt, stage) && entry.state() == State.DONE);
  }

  /** Notes that a step begins; returns its number. */
  public int begin(String run, int attempt, String stage, List<String> command, String log)
      throws DatasetException {
    List<StageEntry> stages = new ArrayList<>(stages());
    stages.add(
        new StageEntry(run, attempt, stage, State.RUNNING, command, log, now(), null, null, ""));
    change(content.state(), content.reason(), null, content.stack(), stages, processes());
    return stages.size() - 1;
  }

  /** Notes how a step ended. */
  public void end(int number, State state, Integer exit, String note) throws DatasetException {
    List<StageEntry> stages = new ArrayList<>(stages());
    stages.set(number, stages.get(number).ended(state, now(), exit, note));
    change(content.state(), content.reason(), null, content.stack(), stages, processes());
  }

  /** Notes a process that runs from now on. */
  public void add(StartedProcess process) throws DatasetException {
    List<StartedProcess> processes = new ArrayList<>(processes());
    processes.add(process);
    change(content.state(), content.reason(), null, content.stack(), stages(), processes);
  }

  /** Notes the end of processes. */
  public void remove(List<Long> pids) throws DatasetException {
    List<StartedProcess> processes = new ArrayList<>(processes());
    processes.removeIf(process -> pids.contains(process.pid()));
    change(content.state(), content.reason(), null, content.stack(), stages(), processes);
  }

  /** Notes servers that are to be ended; empty when they were. */
  public void stack(String folder) throws DatasetException {
    change(content.state(), content.reason(), null, folder, stages(), processes());
  }

  /**
   * Notes how the experiment stands: {@code running}, {@code done}, {@code failed}, {@code
   * stopped}.
   */
  public void state(String state, String reason) throws DatasetException {
    String time = state.equals("running") ? null : now();
    change(state, reason, time, content.stack(), stages(), processes());
  }

  private void change(
      String state,
      String reason,
      String endedAt,
      String stack,
      List<StageEntry> stages,
      List<StartedProcess> processes)
      throws DatasetException {
    content =
        new JournalContent(
            content.schema(), content.head(), state, reason, endedAt, stack, stages, processes);
    write();
  }

  private void write() throws DatasetException {
    try {
      AtomicFiles.replace(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
