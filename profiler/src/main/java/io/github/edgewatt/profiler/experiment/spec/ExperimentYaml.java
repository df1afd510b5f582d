package io.github.edgewatt.profiler.experiment.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an experiment's file. */
public final class ExperimentYaml {
  private static final long MOST_BYTES = 256 << 10;
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private ExperimentYaml() {}

  /**
   * Reads it.
   *
   * @param paths what relative paths in it mean
   * @throws SpecException with one line that names the file and the key
   */
  public static Experiment read(Path file, Paths paths, Overrides overrides) throws SpecException {
    try {
      JsonNode root = parse(file);
      if (!root.isObject()) {
        throw new SpecException("it holds no keys and values");
      }
      return new ExperimentReader(paths, overrides).read(new Fields("", root));
    } catch (SpecException e) {
      throw new SpecException(file + ": " + e.getMessage());
    }
  }

  private static JsonNode parse(Path file) throws SpecException {
    if (!Files.exists(file)) {
      throw new SpecException("there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new SpecException("it is a folder: name the .yaml file in it");
    }
    if (!Files.isReadable(file)) {
      throw new SpecException("this user may not read it");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new SpecException("it has more than 256 KiB");
      }
      return MAPPER.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new SpecException("line " + line + ": " + problem);
    } catch (CharacterCodingException e) {
      throw new SpecException("it is no text in UTF-8");
    } catch (IOException e) {
      throw new SpecException("it cannot be read: " + e.getClass().getSimpleName());
    }
  }
}
