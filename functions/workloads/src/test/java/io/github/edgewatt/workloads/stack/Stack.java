package io.github.edgewatt.workloads.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stack file of the repository's root, read as faas-cli reads it. */
record Stack(JsonNode root) {
  static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?}");

  static Stack read(String file, Map<String, String> environment) {
    return new Stack(yaml(HOME.resolve(file), environment));
  }

  private static JsonNode yaml(Path file, Map<String, String> environment) {
    try {
      return YAML.readTree(substituted(Files.readString(file), environment));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Replaces {@code ${NAME}} and {@code ${NAME:-default}}; an empty variable counts as unset. */
  static String substituted(String text, Map<String, String> environment) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String usual = match.group(2) == null ? "" : match.group(2);
              String set = environment.getOrDefault(match.group(1), "");
              return Matcher.quoteReplacement(set.isEmpty() ? usual : set);
            });
  }

  Map<String, JsonNode> functions() {
    Map<String, JsonNode> functions = new LinkedHashMap<>();
    root.get("functions").properties().forEach(e -> functions.put(e.getKey(), e.getValue()));
    return functions;
  }

  /** Those that are there to be measured; the others steer by what was measured. */
  Map<String, JsonNode> workloads() {
    Map<String, JsonNode> workloads = functions();
    workloads
        .values()
        .removeIf(f -> !f.at("/labels/io.github.edgewatt.profile").asText().equals("true"));
    return workloads;
  }

  /** What faas-cli sends for a function, to PUT first and to POST when that answers 404. */
  ObjectNode deployment(String name) {
    JsonNode function = functions().get(name);
    ObjectNode body = YAML.createObjectNode();
    body.put("service", name).set("image", function.get("image"));
    JsonNode template =
        yaml(
            HOME.resolve("template").resolve(function.get("lang").asText()).resolve("template.yml"),
            Map.of());
    body.set("envProcess", template.get("fprocess"));
    body.set("envVars", function.get("environment"));
    body.set("labels", function.get("labels"));
    body.set("annotations", function.get("annotations"));
    body.set("limits", function.get("limits"));
    body.set("requests", function.get("requests"));
    body.set("readOnlyRootFilesystem", function.get("readonly_root_filesystem"));
    return body;
  }
}
