package io.github.edgewatt.forecaster.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group list as a file: one JSON object of arrays of names, laid out as upstream's.
 *
 * <p>By default a list has the groups' indices as keys, which upstream's notebooks write, read and
 * extend; under the names {@code HIGH_USAGE}, {@code LOW_USAGE} … the DFaaS agent finds the same
 * groups in the second file {@code group_list.names.json}. One file under both kinds of keys can be
 * had too, but upstream's own profile prediction would then extend the indices alone.
 */
public final class GroupListFile {
  /** How many earlier lists are kept: {@code group_list.json.1}, the youngest, to {@code .9}. */
  static final int HISTORY = 9;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private GroupListFile() {}

  /** The list under names that belongs to {@code list}: {@code group_list.names.json}. */
  public static Path namesBeside(Path list) {
    return list.resolveSibling(stem(list.getFileName().toString()) + ".names.json");
  }

  /**
   * Reads a list under any keys.
   *
   * @throws DatasetException where there is none, or it is not an object of arrays of names
   */
  public static GroupList read(Path file) throws DatasetException {
    LinkedHashMap<String, List<String>> groups = new LinkedHashMap<>();
    try {
      JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
      if (!tree.isObject()) {
        throw malformed(file);
      }
      for (Map.Entry<String, JsonNode> entry : tree.properties()) {
        List<String> functions = new ArrayList<>();
        if (!entry.getValue().isArray()) {
          throw malformed(file);
        }
        for (JsonNode function : entry.getValue()) {
          if (!function.isTextual()) {
            throw malformed(file);
          }
          functions.add(function.asText());
        }
        groups.put(entry.getKey(), functions);
      }
    } catch (JsonProcessingException e) {
      throw new DatasetException(file + " is damaged: it is not whole JSON", e);
    } catch (IOException e) {
      throw DatasetException.of("cannot read", file, e);
    }
    return new GroupList(groups);
  }

  /**
   * Replaces {@code file} by {@code list}, keeping what it held as {@code file.1}; earlier ones
   * move on to {@code .2} and so on. Does nothing where the file holds the same already.
   *
   * @return where the earlier list is kept; empty where there was none, or nothing changed
   */
  public static Optional<Path> write(Path file, GroupList list) throws DatasetException {
    byte[] content = text(list).getBytes(StandardCharsets.UTF_8);
    Path target = file.toAbsolutePath();
    try {
      if (!Files.exists(target)) {
        AtomicFiles.replace(target, content);
        return Optional.empty();
      }
      if (unchanged(target, list)) {
        return Optional.empty();
      }
      byte[] before = Files.readAllBytes(target);
      for (int age = HISTORY - 1; age >= 1; age--) {
        if (Files.exists(kept(target, age))) {
          AtomicFiles.replace(kept(target, age + 1), Files.readAllBytes(kept(target, age)));
        }
      }
      AtomicFiles.replace(kept(target, 1), before);
      AtomicFiles.replace(target, content);
      return Optional.of(kept(file, 1));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  private static boolean unchanged(Path file, GroupList list) {
    try {
      return read(file).equals(list);
    } catch (DatasetException e) {
      // What cannot be read is replaced; its content is kept as the earlier list.
      return false;
    }
  }

  private static Path kept(Path file, int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }

  /** {@code {"0": ["eat-memory", "nmap"], "1": ["env"]}}, without line end, as upstream's. */
  static String text(GroupList list) throws DatasetException {
    try {
      List<String> parts = new ArrayList<>();
      for (Map.Entry<String, List<String>> entry : list.groups().entrySet()) {
        List<String> names = new ArrayList<>();
        for (String function : entry.getValue()) {
          names.add(MAPPER.writeValueAsString(function));
        }
        parts.add(
            MAPPER.writeValueAsString(entry.getKey()) + ": [" + String.join(", ", names) + "]");
      }
      return "{" + String.join(", ", parts) + "}";
    } catch (JsonProcessingException e) {
      throw new DatasetException("a function's name cannot be written: " + e.getOriginalMessage());
    }
  }

  /** A file's name without {@code .json}. */
  static String stem(String name) {
    return name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
  }

  private static DatasetException malformed(Path file) {
    return new DatasetException(
        file + " is no group list: expected {\"0\": [\"function\", …], …} or names as keys");
  }
}
