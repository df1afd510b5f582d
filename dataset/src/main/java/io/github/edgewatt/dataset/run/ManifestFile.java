package io.github.edgewatt.dataset.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.dataset.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and replaces {@code run.json}. */
public final class ManifestFile {
  /** The manifest's name in a run's folder. */
  public static final String NAME = "run.json";

  private ManifestFile() {}

  /**
   * Reads a run's manifest.
   *
   * @param folder the run's folder
   * @throws DatasetException when there is none, it is damaged, or of a newer schema
   */
  public static RunManifest read(Path folder) throws DatasetException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new DatasetException(folder + " is not the folder of a run: it has no " + NAME);
    }
    try {
      JsonNode tree = Json.MAPPER.readTree(Files.readString(file));
      int schema = tree.path("schema").asInt(0);
      if (schema > RunManifest.SCHEMA) {
        throw new DatasetException(
            file
                + " has schema "
                + schema
                + ", this version reads up to "
                + RunManifest.SCHEMA
                + ": use a newer edgewatt");
      }
      if (schema < 1) {
        throw new DatasetException(file + " does not say its schema version");
      }
      return Json.MAPPER.treeToValue(tree, RunManifest.class);
    } catch (JsonProcessingException e) {
      throw new DatasetException(file + " is damaged: " + firstLine(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw DatasetException.of("cannot read", file, e);
    }
  }

  static void write(Path folder, RunManifest manifest) throws DatasetException {
    Path file = folder.resolve(NAME);
    try {
      String text = Json.PRETTY.writeValueAsString(manifest) + "\n";
      AtomicFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  private static String firstLine(String text) {
    return text == null ? "no JSON" : text.lines().findFirst().orElse("no JSON");
  }
}
