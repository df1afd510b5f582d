package io.github.edgewatt.dataset.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Reads journal entries of this version and of those before: what came later is absent there. */
final class OlderEntries {
  private static final List<String> LATER_OF_FUNCTION =
      List.of("replicasMean", "workingSetBytes", "meterPowerMicrowatts");
  private static final String LATER_OF_NODE = "sampleIntervalMillis";

  private OlderEntries() {}

  static JournalEntry read(String line) throws JsonProcessingException {
    if (!line.contains("\"row\"") || line.contains(LATER_OF_NODE)) {
      return Json.MAPPER.readValue(line, JournalEntry.class);
    }
    JsonNode entry = Json.MAPPER.readTree(line);
    for (JsonNode part : entry.path("row").path("functions")) {
      if (part.path("detail") instanceof ObjectNode detail) {
        LATER_OF_FUNCTION.forEach(field -> addAbsent(detail, field));
      }
    }
    if (entry.path("row").path("node").path("detail") instanceof ObjectNode detail) {
      addAbsent(detail, LATER_OF_NODE);
    }
    return Json.MAPPER.treeToValue(entry, JournalEntry.class);
  }

  private static void addAbsent(ObjectNode detail, String field) {
    if (!detail.has(field)) {
      detail.put(field, "NaN");
    }
  }
}
