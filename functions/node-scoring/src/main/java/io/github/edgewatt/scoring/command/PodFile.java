package io.github.edgewatt.scoring.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.edgewatt.scoring.pod.Pods;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file with a pod, or with something that makes pods, among other objects. */
final class PodFile {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private PodFile() {}

  /**
   * The first pod or Deployment of a YAML or JSON file; {@code -} is standard input.
   *
   * @throws IllegalArgumentException one line where there is none
   */
  static JsonNode read(String file) {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
        MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(in)) {
      while (documents.hasNextValue()) {
        JsonNode document = documents.nextValue();
        if (isPod(document)) {
          // Said here rather than by a server far away.
          Pods.of(document);
          return document;
        }
      }
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("no file " + file, e);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("?");
      throw new IllegalArgumentException("cannot read a pod from " + file + ": " + why, e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("no pod and no Deployment in " + file);
  }

  private static boolean isPod(JsonNode document) {
    JsonNode spec = document.path("spec");
    return spec.path("containers").isArray()
        || spec.path("template").path("spec").path("containers").isArray();
  }
}
