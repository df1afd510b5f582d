package io.github.edgewatt.profiler.experiment.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One step of one attempt of a measurement.
 *
 * @param run the measurement's folder within the experiment's, empty for the only one
 * @param attempt 1, and one more for each torn measurement
 * @param stage its name
 * @param state how it stands
 * @param command the exact words; empty for what runs within this process
 * @param log its output, within the experiment's folder
 * @param startedAt ISO 8601, UTC
 * @param endedAt ISO 8601, null while it runs
 * @param exit exit code, null where there is none
 * @param note what a reader should know; may be empty
 */
public record StageEntry(
    String run,
    int attempt,
    String stage,
    State state,
    List<String> command,
    String log,
    @JsonProperty("started_at") String startedAt,
    @JsonProperty("ended_at") String endedAt,
    Integer exit,
    String note) {

  /** How a step stands; one that was running when the experiment died stays so. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    STOPPED
  }

  public StageEntry {
    command = List.copyOf(command);
  }

  StageEntry ended(State newState, String time, Integer newExit, String newNote) {
    return new StageEntry(
        run, attempt, stage, newState, command, log, startedAt, time, newExit, newNote);
  }

  boolean is(String otherRun, int otherAttempt, String otherStage) {
    return run.equals(otherRun) && attempt == otherAttempt && stage.equals(otherStage);
  }
}
