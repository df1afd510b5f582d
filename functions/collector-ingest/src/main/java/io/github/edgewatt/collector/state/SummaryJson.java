package io.github.edgewatt.collector.state;

import io.github.edgewatt.collector.window.Snapshot;

/**
 * The summary that schedulers read: the first four keys of the published collector's, unchanged.
 * Times in ms; the identifiers are the keys of an object, with nothing in them.
 */
public final class SummaryJson {
  static final int VERSION = 1;

  private SummaryJson() {}

  /** For instance {@code {"recentUsage":0,…,"recentBitstreamIdentifiers":{"a":{}},"version":1}}. */
  public static String write(Snapshot snapshot) {
    return Json.object(
        out -> {
          out.writeFieldName("recentUsage");
          Json.number(out, snapshot.usageMillis());
          out.writeFieldName("recentReconfigurationTime");
          Json.number(out, snapshot.reconfigurationMillis());
          out.writeObjectFieldStart("recentBitstreamIdentifiers");
          for (String id : snapshot.bitstreams()) {
            out.writeObjectFieldStart(id);
            out.writeEndObject();
          }
          out.writeEndObject();
          out.writeNumberField("version", VERSION);
        });
  }
}
