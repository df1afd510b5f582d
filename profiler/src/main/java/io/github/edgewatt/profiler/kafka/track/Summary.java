package io.github.edgewatt.profiler.kafka.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.profiler.kafka.track.count.Latencies;
import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.count.Sources;
import io.github.edgewatt.profiler.kafka.track.view.Progress;
import java.util.OptionalLong;

/** {@code summary.json}: what came, what did not, and how long it took; times in milliseconds. */
final class Summary {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();
  private static final int MOST_RANGES = 100;

  private Summary() {}

  static byte[] json(Progress progress, boolean finished) {
    Ledger ledger = progress.ledger();
    Sources sources = progress.sources();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("finished", finished);
    root.put("received", ledger.received());
    root.put("unique", ledger.unique());
    root.put("duplicates", ledger.duplicates());
    root.put("redelivered", ledger.redelivered());
    put(root, "expected", ledger.expected());
    put(root, "missing", ledger.missing());
    if (finished) {
      ledger.missingRanges(MOST_RANGES).forEach(root.putArray("missing_ids")::add);
    }
    root.put("unknown", ledger.unknown());
    root.put("untracked", ledger.untracked());
    root.put("malformed", progress.malformed());
    ObjectNode bySource = root.putObject("by_source");
    sources
        .bySource()
        .forEach(
            (name, source) -> {
              ObjectNode node = bySource.putObject(name);
              node.put("received", source.received());
              put(node, "p50", source.latencies().percentile(50));
              put(node, "p99", source.latencies().percentile(99));
            });
    latency(root.putObject("latency_ms"), sources.all());
    put(root, "first_ms", sources.firstMillis());
    put(root, "last_ms", sources.lastMillis());
    root.put("skewed", sources.skewed());
    put(root, "worst_skew_ms", sources.worstSkewMillis());
    try {
      return WRITER.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a summary cannot be written as JSON", e);
    }
  }

  private static void latency(ObjectNode node, Latencies latencies) {
    put(node, "p50", latencies.percentile(50));
    put(node, "p95", latencies.percentile(95));
    put(node, "p99", latencies.percentile(99));
    put(node, "max", latencies.max());
  }

  private static void put(ObjectNode node, String name, OptionalLong value) {
    if (value.isPresent()) {
      node.put(name, value.getAsLong());
    } else {
      node.putNull(name);
    }
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
