package io.github.edgewatt.profiler.kafka.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A feed as it stands in {@code feed.json}.
 *
 * @param startMillis when the first slice began, milliseconds since 1970
 * @param endMillis when the last image had arrived or failed
 * @param firstId of the images
 * @param lastId below {@code firstId} where none left
 * @param sent images that arrived: the broker said so
 * @param failed ids that did not, or of which nobody knows
 * @param reason why the first of them failed; empty where none did
 * @param bytes of the images that arrived
 * @param askedMbps mean of the curve, decimal megabytes per second; NaN for a burst
 * @param seconds from the start until the last image had arrived, or the curve's end if later
 * @param maxLagMillis NaN for a burst
 * @param p99LagMillis NaN for a burst
 * @param interrupted whether it was stopped before its end
 * @param asked the options, in the order to be written
 */
public record FeedSummary(
    long startMillis,
    long endMillis,
    long firstId,
    long lastId,
    long sent,
    List<Long> failed,
    String reason,
    long bytes,
    double askedMbps,
    double seconds,
    double maxLagMillis,
    double p99LagMillis,
    boolean interrupted,
    Map<String, Object> asked) {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  public FeedSummary {
    failed = List.copyOf(failed);
    asked = new LinkedHashMap<>(asked);
  }

  /** What arrived over the time it took, decimal megabytes per second. */
  public double achievedMbps() {
    return seconds > 0 ? bytes / 1e6 / seconds : 0;
  }

  /** As text. */
  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("start_time", startMillis);
    all.put("end_time", endMillis);
    all.put("first_id", firstId);
    all.put("last_id", lastId);
    all.put("sent", sent);
    all.put("failed", failed);
    all.put("failed_reason", reason.isEmpty() ? null : reason);
    all.put("bytes", bytes);
    all.put("achieved_mbps", number(achievedMbps()));
    all.put("asked_mbps", number(askedMbps));
    all.put("max_lag_ms", number(maxLagMillis));
    all.put("p99_lag_ms", number(p99LagMillis));
    all.put("interrupted", interrupted);
    all.putAll(asked);
    try {
      return JSON.writeValueAsString(all) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Double number(double value) {
    return Double.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null;
  }
}
