package io.github.edgewatt.forecaster.cluster;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.read.ContentHash;
import io.github.edgewatt.dataset.run.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A group model as {@code group_model.json}: format and version, the model, and a checksum over the
 * rest of the content, whatever its white space.
 */
public final class GroupModelFile {
  static final String FORMAT = "edgewatt-groups";
  static final int VERSION = 1;

  private static final String CHECKSUM = "checksum";
  private static final String AGAIN = ": make it anew with bin/forecaster cluster";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .build();

  private static final ObjectWriter PRETTY =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private GroupModelFile() {}

  /** Where the model of the groups in {@code list} stands: {@code group_model.json} beside it. */
  public static Path beside(Path list) {
    String name = list.getFileName().toString();
    String model =
        name.equals("group_list.json")
            ? "group_model.json"
            : GroupListFile.stem(name) + ".model.json";
    return list.resolveSibling(model);
  }

  /** Replaces {@code file} by {@code model}. */
  public static void write(Path file, GroupModel model) throws DatasetException {
    ObjectNode content = MAPPER.createObjectNode();
    content.put("format", FORMAT);
    content.put("version", VERSION);
    content.setAll(MAPPER.<ObjectNode>valueToTree(model));
    try {
      content.put(CHECKSUM, checksum(content));
      String text = PRETTY.writeValueAsString(content) + "\n";
      AtomicFiles.replace(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  /**
   * Reads a model.
   *
   * @throws DatasetException where there is none, it is damaged, or a newer version wrote it; says
   *     which
   */
  public static GroupModel read(Path file) throws DatasetException {
    try {
      ObjectNode content = content(file);
      int version = content.path("version").asInt(0);
      if (version > VERSION) {
        throw new DatasetException(
            file
                + " has format version "
                + version
                + ", and this program reads up to "
                + VERSION
                + ": update it, or make the groups anew");
      }
      JsonNode stored = content.remove(CHECKSUM);
      String actual = checksum(content);
      if (stored == null || !actual.equals(stored.asText())) {
        throw new DatasetException(
            file
                + " is damaged: its checksum is "
                + (stored == null ? "missing" : abbreviated(stored.asText()))
                + ", its content's "
                + abbreviated(actual)
                + AGAIN);
      }
      return MAPPER.treeToValue(content, GroupModel.class);
    } catch (JsonProcessingException e) {
      throw new DatasetException(file + " is not usable: " + reason(e) + AGAIN, e);
    } catch (IOException e) {
      throw DatasetException.of("cannot read", file, e);
    }
  }

  private static ObjectNode content(Path file) throws IOException, DatasetException {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new DatasetException(file + " is damaged: it is not whole JSON" + AGAIN, e);
    }
    if (tree instanceof ObjectNode object && FORMAT.equals(object.path("format").asText())) {
      return object;
    }
    throw new DatasetException(file + " is no group model (format " + FORMAT + ")");
  }

  /** Over the compact text: the file's layout does not matter, its order and figures do. */
  private static String checksum(ObjectNode content) throws JsonProcessingException {
    return "sha256:" + ContentHash.of(MAPPER.writeValueAsBytes(content), 0);
  }

  private static String abbreviated(String checksum) {
    return checksum.length() > 20 ? checksum.substring(0, 20) + "…" : checksum;
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return e.getCause().getMessage();
    }
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }
}
