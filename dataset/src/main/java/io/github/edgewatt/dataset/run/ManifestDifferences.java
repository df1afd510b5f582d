package io.github.edgewatt.dataset.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares what has to stay the same for two sessions to belong to one run. */
final class ManifestDifferences {
  private ManifestDifferences() {}

  static List<String> between(RunManifest was, RunManifest now) {
    List<String> found = new ArrayList<>();
    compare("", comparable(was, now), comparable(now, now), found);
    return found;
  }

  private static ObjectNode comparable(RunManifest manifest, RunManifest reference) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    ObjectNode plan = Json.MAPPER.valueToTree(manifest.plan());
    // How long a run may take says nothing of what it measures: more time may be given on resume.
    plan.remove("budget");
    node.set("plan", plan);
    ObjectNode functions = node.putObject("functions");
    for (RunFunction function : manifest.functions()) {
      ObjectNode fields = Json.MAPPER.valueToTree(function);
      fields.remove("name");
      functions.set(function.name(), fields);
    }
    ObjectNode machine = Json.MAPPER.valueToTree(manifest.machine());
    long memory = manifest.machine().memoryBytes();
    long referenceMemory = reference.machine().memoryBytes();
    if (Math.abs(memory - referenceMemory) * 100.0 <= referenceMemory) {
      machine.remove("memoryBytes");
      machine.put("memoryBytes", referenceMemory);
    }
    node.set("machine", machine);
    node.put("platform", manifest.platform());
    node.put("meter", manifest.meter().name());
    node.put("tool version", manifest.tool().version());
    return node;
  }

  private static void compare(String name, JsonNode was, JsonNode now, List<String> found) {
    if (was instanceof ObjectNode && now instanceof ObjectNode) {
      Set<String> fields = new LinkedHashSet<>();
      was.fieldNames().forEachRemaining(fields::add);
      now.fieldNames().forEachRemaining(fields::add);
      for (String field : fields) {
        String path = name.isEmpty() ? field : name + "." + field;
        compare(path, was.path(field), now.path(field), found);
      }
    } else if (!was.equals(now)) {
      found.add(name + " was " + text(was) + ", now " + text(now));
    }
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "none";
    }
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(part -> parts.add(text(part)));
      return String.join(",", parts);
    }
    if (node.isObject()) {
      return "there";
    }
    String text = node.asText();
    return text.isEmpty() ? "empty" : text;
  }
}
