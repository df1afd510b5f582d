package io.github.edgewatt.profiler.measure.prometheus;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is read from Prometheus: the queries file, {@code queries.yml} beside this class. */
public final class Queries {
  private static final String OWN = "queries.yml";
  private static final long MOST_BYTES = 1 << 20;
  private static final Set<String> NODE = Set.of("node");
  private static final Set<String> FUNCTION = Set.of("function", "namespace");
  private static final Set<String> TOP_KEYS = Set.of("node", "replicas", "functions");
  private static final Set<String> NODE_KEYS =
      Set.of(
          "cpu",
          "memory_total",
          "memory_available",
          "memory_free",
          "memory_cached",
          "memory_buffers");
  private static final Set<String> DIALECT_KEYS =
      Set.of("cpu", "working_set", "usage", "last_seen");

  private final NodeQueries node;
  private final QueryTemplate replicas;
  private final List<Dialect> dialects;

  private Queries(NodeQueries node, QueryTemplate replicas, List<Dialect> dialects) {
    this.node = node;
    this.replicas = replicas;
    this.dialects = List.copyOf(dialects);
  }

  /** The queries that come with the program. */
  public static Queries standard() {
    try {
      return parse(standardText(), OWN);
    } catch (IOException e) {
      throw new IllegalStateException("the program's own queries cannot be read", e);
    }
  }

  /** The text of the queries that come with the program, to start a file of one's own from. */
  public static String standardText() throws IOException {
    try (InputStream in = Queries.class.getResourceAsStream(OWN)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Reads a user's file of the same form.
   *
   * @throws IOException with one line that names the file, the key and what is wrong
   */
  public static Queries read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("queries file " + file + " is larger than 1 MiB");
    }
    return parse(Files.readString(file), "queries file " + file);
  }

  static Queries parse(String text, String where) throws IOException {
    try {
      JsonNode root = new YAMLMapper().readTree(text);
      keys(root, TOP_KEYS, "");
      JsonNode functions = root.get("functions");
      List<Dialect> dialects = new ArrayList<>();
      functions
          .properties()
          .forEach(entry -> dialects.add(dialect(entry.getKey(), entry.getValue())));
      if (dialects.isEmpty()) {
        throw new IllegalArgumentException("'functions' needs a dialect with the queries of one");
      }
      return new Queries(
          node(root.get("node")), template(root, "replicas", "", FUNCTION), dialects);
    } catch (JacksonException e) {
      throw new IOException(where + " is not YAML: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(where + ": " + e.getMessage(), e);
    }
  }

  private static NodeQueries node(JsonNode from) {
    keys(from, NODE_KEYS, "node.");
    return new NodeQueries(
        template(from, "cpu", "node.", NODE),
        template(from, "memory_total", "node.", NODE),
        template(from, "memory_available", "node.", NODE),
        template(from, "memory_free", "node.", NODE),
        template(from, "memory_cached", "node.", NODE),
        template(from, "memory_buffers", "node.", NODE));
  }

  private static Dialect dialect(String name, JsonNode from) {
    String in = "functions." + name + ".";
    keys(from, DIALECT_KEYS, in);
    return new Dialect(
        name,
        template(from, "cpu", in, FUNCTION),
        template(from, "working_set", in, FUNCTION),
        template(from, "usage", in, FUNCTION),
        template(from, "last_seen", in, FUNCTION));
  }

  private static void keys(JsonNode from, Set<String> wanted, String in) {
    Set<String> missing = new TreeSet<>(wanted);
    if (from != null) {
      from.fieldNames()
          .forEachRemaining(
              key -> {
                if (!missing.remove(key)) {
                  throw new IllegalArgumentException("unknown key '" + in + key + "'");
                }
              });
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "missing key '" + in + String.join("', '" + in, missing) + "'");
    }
  }

  private static QueryTemplate template(JsonNode from, String key, String in, Set<String> allowed) {
    JsonNode text = from.get(key);
    if (!text.isTextual() || text.asText().isBlank()) {
      throw new IllegalArgumentException("'" + in + key + "' must be a selector");
    }
    try {
      return QueryTemplate.of(text.asText().strip(), allowed);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + in + key + "': " + e.getMessage(), e);
    }
  }

  NodeQueries node() {
    return node;
  }

  QueryTemplate replicas() {
    return replicas;
  }

  List<Dialect> dialects() {
    return dialects;
  }
}
