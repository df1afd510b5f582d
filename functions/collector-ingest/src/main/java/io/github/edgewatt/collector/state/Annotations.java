package io.github.edgewatt.collector.state;

import io.github.edgewatt.collector.window.Snapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The annotations of a node that are a collector's.
 *
 * @param summary what schedulers read, {@link #SUMMARY}
 * @param state what the next collector reads, {@link #STATE}
 */
public record Annotations(String summary, String state) {
  public static final String SUMMARY = "fpga-scheduling.io/fpga-state";
  public static final String STATE = "fpga-scheduling.io/collector-state";

  /** When they were written, RFC 3339 in UTC: who reads them can tell a dead collector's. */
  public static final String UPDATED_AT = "fpga-scheduling.io/updated-at";

  /** What they never exceed together, whatever comes in; a node's may have 256 KiB in all. */
  public static final int MOST_BYTES = 32 * 1024;

  /** The annotations for what counts. */
  public static Annotations of(Snapshot snapshot) {
    return new Annotations(SummaryJson.write(snapshot), StateJson.write(snapshot));
  }

  /** By name, with the time they are written at. */
  public Map<String, String> at(Instant now) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(SUMMARY, summary);
    all.put(STATE, state);
    all.put(UPDATED_AT, now.truncatedTo(ChronoUnit.SECONDS).toString());
    return all;
  }
}
