package io.github.edgewatt.profiler.correlate.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/**
 * A series of the extract.
 *
 * @param number its own in the extract
 * @param labels without the metric's name
 */
public record SeriesName(int number, String metric, Map<String, String> labels) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public SeriesName {
    labels = Map.copyOf(labels);
  }

  /** From labels as a JSON object; what is none has no labels. */
  static SeriesName of(int number, String metric, String json) {
    try {
      Map<String, String> labels =
          JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
      labels.remove("__name__");
      return new SeriesName(number, metric, labels);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return new SeriesName(number, metric, Map.of());
    }
  }

  /** As Prometheus writes it, labels by name. */
  public String text() {
    StringBuilder text = new StringBuilder(metric);
    String separator = "{";
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      text.append(separator).append(label.getKey()).append("=\"");
      text.append(label.getValue().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      separator = ",";
    }
    return labels.isEmpty() ? metric : text.append('}').toString();
  }
}
