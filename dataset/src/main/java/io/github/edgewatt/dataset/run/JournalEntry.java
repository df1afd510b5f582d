package io.github.edgewatt.dataset.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Something that happened in a run: one line of {@code journal.jsonl}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JournalEntry.SessionStarted.class, name = "session-started"),
  @JsonSubTypes.Type(value = JournalEntry.SessionEnded.class, name = "session-ended"),
  @JsonSubTypes.Type(value = JournalEntry.Baseline.class, name = "baseline"),
  @JsonSubTypes.Type(value = JournalEntry.Measured.class, name = "measured"),
  @JsonSubTypes.Type(value = JournalEntry.Skipped.class, name = "skipped"),
  @JsonSubTypes.Type(value = JournalEntry.Note.class, name = "note")
})
public sealed interface JournalEntry {

  /**
   * The program began, or went on with, the run.
   *
   * @param at wall-clock time
   * @param arguments its command line
   * @param tool what it was
   */
  record SessionStarted(Instant at, List<String> arguments, Tool tool) implements JournalEntry {
    public SessionStarted {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * The program stopped in an orderly way.
   *
   * @param at wall-clock time
   * @param exitReason {@code finished}, {@code interrupted}, …
   * @param campaignSeconds time the run has used of its budget so far, all sessions
   */
  record SessionEnded(Instant at, String exitReason, double campaignSeconds)
      implements JournalEntry {}

  /**
   * The idle node, with functions deployed and warm. Absent figures are NaN.
   *
   * @param at wall-clock time
   * @param functions what was deployed
   * @param cpuPercent CPU in percent of one core
   * @param ramBytes memory in use in bytes
   * @param ramPercent memory in use in percent of all
   * @param powerMicrowatts power in microwatts
   */
  record Baseline(
      Instant at,
      List<String> functions,
      double cpuPercent,
      double ramBytes,
      double ramPercent,
      double powerMicrowatts)
      implements JournalEntry {
    public Baseline {
      functions = List.copyOf(functions);
    }
  }

  /**
   * A configuration was measured.
   *
   * @param row what came out
   * @param campaignSeconds time the run has used of its budget at the row's end, all sessions
   */
  record Measured(MeasurementRow row, double campaignSeconds) implements JournalEntry {
    public Measured {
      Objects.requireNonNull(row, "row is null");
    }
  }

  /**
   * A configuration will not be measured.
   *
   * @param configuration which
   * @param reason why, a short phrase
   */
  record Skipped(Configuration configuration, String reason) implements JournalEntry {
    public Skipped {
      Objects.requireNonNull(configuration, "configuration is null");
      Objects.requireNonNull(reason, "reason is null");
    }
  }

  /**
   * Anything else worth keeping.
   *
   * @param at wall-clock time
   * @param text one line
   */
  record Note(Instant at, String text) implements JournalEntry {}
}
