package io.github.edgewatt.collector.state;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.edgewatt.collector.window.Bucket;
import io.github.edgewatt.collector.window.Loaded;
import io.github.edgewatt.collector.window.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * From what a collector goes on after a restart: buckets as {@code [start, ms]}, identifiers with
 * when they were last seen, and what was said to be loaded. Version 2; the published collector's
 * version 1 is a part of its summary, in a form only Go's library reads.
 */
final class StateJson {
  static final int VERSION = 2;

  private StateJson() {}

  static String write(Snapshot snapshot) {
    return Json.object(
        out -> {
          out.writeNumberField("version", VERSION);
          buckets(out, "usage", snapshot.usage());
          buckets(out, "reconfiguration", snapshot.reconfiguration());
          out.writeObjectFieldStart("bitstreams");
          for (Map.Entry<String, Long> seen : snapshot.lastSeen().entrySet()) {
            out.writeNumberField(seen.getKey(), seen.getValue());
          }
          out.writeEndObject();
          if (snapshot.loaded().isPresent()) {
            loaded(out, snapshot.loaded().get());
          }
        });
  }

  private static void buckets(JsonGenerator out, String name, List<Bucket> buckets)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (Bucket bucket : buckets) {
      out.writeStartArray();
      out.writeNumber(bucket.startMillis());
      Json.number(out, bucket.sum());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static void loaded(JsonGenerator out, Loaded loaded) throws IOException {
    out.writeObjectFieldStart("loaded");
    out.writeNumberField("at", loaded.atMillis());
    out.writeArrayFieldStart("ids");
    for (String id : loaded.ids()) {
      out.writeString(id);
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
