package io.github.edgewatt.profiler.experiment.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * All of {@code experiment.json}.
 *
 * @param schema of this file
 * @param head what does not change
 * @param state {@code running}, {@code done}, {@code failed} or {@code stopped}
 * @param reason why it failed; empty
 * @param endedAt ISO 8601, null while it runs
 * @param stack the folder of servers that were started and not ended yet; empty
 * @param stages in the order of their start
 * @param processes that run now
 */
record JournalContent(
    int schema,
    ExperimentHead head,
    String state,
    String reason,
    @JsonProperty("ended_at") String endedAt,
    String stack,
    List<StageEntry> stages,
    List<StartedProcess> processes) {
  static final int SCHEMA = 1;

  JournalContent {
    stages = List.copyOf(stages);
    processes = List.copyOf(processes);
  }
}
