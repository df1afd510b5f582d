package io.github.edgewatt.profiler.experiment.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code measured.json}: what the experiment itself knows of a measurement that is done.
 *
 * @param fromMs epoch ms before the first image: the extract begins here
 * @param toMs epoch ms after the last result: the extract ends here
 * @param consumers how many there were
 * @param model of the consumers
 * @param resolution asked of the model, or null; what its input was stands in the results
 * @param firstId of the images
 * @param joules of the node between the two; null without a meter
 * @param meter its name, or why there is none
 * @param unseen why there is no CPU figure; empty where there is {@code usage.csv}
 * @param notes what went wrong without spoiling all
 */
public record MeasuredFacts(
    @JsonProperty("from_ms") long fromMs,
    @JsonProperty("to_ms") long toMs,
    int consumers,
    String model,
    Integer resolution,
    @JsonProperty("first_id") long firstId,
    Double joules,
    String meter,
    String unseen,
    List<String> notes) {
  /** The file's name. */
  public static final String NAME = "measured.json";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public MeasuredFacts {
    notes = List.copyOf(notes);
  }

  /** Writes the file. */
  public void write(Path folder) throws DatasetException {
    Path file = folder.resolve(NAME);
    try {
      AtomicFiles.replace(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  /** Reads the file. */
  public static MeasuredFacts read(Path folder) throws DatasetException {
    Path file = folder.resolve(NAME);
    try {
      return MAPPER.readValue(Files.readAllBytes(file), MeasuredFacts.class);
    } catch (IOException e) {
      throw DatasetException.of("cannot read", file, e);
    }
  }
}
