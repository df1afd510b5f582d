package io.github.edgewatt.collector.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.edgewatt.collector.event.EventFields;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The same event as JSON, for callers of functions: {@code POST /fpgaEvent}. */
public class FpgaEventFunction {
  private final Intake intake;

  @Inject
  FpgaEventFunction(Intake intake) {
    this.intake = intake;
  }

  /**
   * The fields of the form under the same names; numbers may be texts.
   *
   * @param loaded a list, or a text with commas
   */
  public record Event(
      @JsonProperty("timestamp_ms") String timestampMs,
      @JsonProperty("reconfiguration_ms") String reconfigurationMs,
      @JsonProperty("duration_ms") String durationMs,
      @JsonProperty("bitstream_identifier") String bitstream,
      @JsonProperty("bitstream_identifiers")
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<String> loaded,
      @JsonProperty("node") String node) {

    EventFields fields() {
      // An empty list says that nothing is loaded, which the form says with an empty entry.
      String all = loaded == null ? null : loaded.isEmpty() ? "," : String.join(",", loaded);
      return new EventFields(timestampMs, reconfigurationMs, durationMs, bitstream, all, node);
    }
  }

  /**
   * What became of it.
   *
   * @param counted whether it counts; not where it is older than the window
   */
  public record Taken(boolean counted) {}

  /**
   * Takes an event.
   *
   * @throws RefusedException where it is none
   */
  @Funq("fpgaEvent")
  public Taken fpgaEvent(Event event) {
    Answer answer = intake.take(Optional.ofNullable(event).map(Event::fields));
    if (answer.status() >= 400) {
      throw new RefusedException(answer);
    }
    return new Taken(answer.status() == 200);
  }
}
