package io.github.edgewatt.profiler.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.edgewatt.dataset.run.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A snapshot's {@code extract.json}, for whoever reads the snapshot or goes on with it.
 *
 * @param version of this file's form
 * @param tool what wrote it
 * @param plan what was asked for
 * @param outcome what came of it; null as long as it runs, and after it was killed
 */
public record Manifest(int version, String tool, Plan plan, Outcome outcome) {
  /** The form that is written and read. */
  public static final int VERSION = 1;

  /** The file's name. */
  public static final String FILE = "extract.json";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Reads a snapshot's manifest. */
  public static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          folder + " is not a snapshot (it holds no " + FILE + "): name a folder of snapshots/");
    }
    try {
      Manifest manifest = JSON.readValue(file.toFile(), Manifest.class);
      if (manifest.version != VERSION || manifest.plan == null) {
        throw new IllegalArgumentException(
            file + " has form " + manifest.version + "; this program reads " + VERSION);
      }
      return manifest;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          file + " cannot be understood: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes it whole, in place of an earlier one. */
  void write(Path folder) throws IOException {
    AtomicFiles.replace(folder.resolve(FILE), JSON.writeValueAsBytes(this));
  }
}
