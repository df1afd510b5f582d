package io.github.edgewatt.profiler.kafka.track.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.profiler.kafka.track.count.RollingWindow;
import java.io.PrintWriter;
import java.util.Map;

/** For files and pipes: the published rolling figures, one JSON object a line. */
public final class LineView implements TrackView {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final PrintWriter out;

  public LineView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void rolling(Map<String, RollingWindow.Figures> bySource) {
    out.println(json(bySource));
  }

  @Override
  public void progress(Progress progress) {
    // The rolling figures tell it.
  }

  @Override
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  private static String json(Map<String, RollingWindow.Figures> bySource) {
    ObjectNode root = MAPPER.createObjectNode();
    bySource.forEach(
        (source, figures) -> {
          ObjectNode node = root.putObject(source);
          node.put("n", figures.n());
          put(node, "min", figures.min());
          put(node, "max", figures.max());
          put(node, "avg", figures.avg());
          put(node, "avg_total", figures.avgTotal());
        });
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures cannot be written as JSON", e);
    }
  }

  /** Microseconds are as fine as anybody measured. */
  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, Math.rint(value * 1_000) / 1_000);
    } else {
      node.putNull(name);
    }
  }
}
