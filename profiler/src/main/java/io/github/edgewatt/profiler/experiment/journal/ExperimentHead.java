package io.github.edgewatt.profiler.experiment.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What an experiment was started with.
 *
 * @param id its folder's name
 * @param name of the file
 * @param command the words after {@code bin/profiler}
 * @param beside the folder that {@code ./} paths of the file lie in
 * @param model given on the command line, or null
 * @param images given on the command line, or null
 * @param machine in one line
 * @param meter the power meter, or why there is none
 * @param tool version and commit
 * @param startedAt ISO 8601, UTC
 */
public record ExperimentHead(
    String id,
    String name,
    List<String> command,
    String beside,
    String model,
    String images,
    String machine,
    String meter,
    String tool,
    @JsonProperty("started_at") String startedAt) {
  public ExperimentHead {
    command = List.copyOf(command);
  }
}
