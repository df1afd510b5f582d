package io.github.edgewatt.collector.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.collector.event.Identifiers;
import io.github.edgewatt.collector.state.Earlier.Nothing;
import io.github.edgewatt.collector.state.Earlier.State;
import io.github.edgewatt.collector.state.Earlier.Unusable;
import io.github.edgewatt.collector.window.Bucket;
import io.github.edgewatt.collector.window.Loaded;
import io.github.edgewatt.collector.window.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what an earlier collector left in a node's annotations. Whatever stands there, the answer
 * is a state or a reason: anybody who may edit a node can put anything in.
 */
public final class StateReader {
  private StateReader() {}

  /** Reads the annotations of a node, by name. */
  public static Earlier read(Map<String, String> annotations) {
    String state = annotations.get(Annotations.STATE);
    if (state != null) {
      return readState(state);
    }
    String summary = annotations.get(Annotations.SUMMARY);
    return summary == null ? new Nothing() : new Unusable(readSummary(summary));
  }

  private static Earlier readState(String text) {
    try {
      JsonNode root = Json.MAPPER.readTree(text);
      JsonNode version = root.path("version");
      if (!version.isInt()) {
        throw new IllegalArgumentException("no version");
      }
      if (version.intValue() != StateJson.VERSION) {
        return new Unusable("the earlier state has version " + version + ", not 2");
      }
      return new State(
          new Snapshot(
              buckets(root.path("usage")),
              buckets(root.path("reconfiguration")),
              lastSeen(root.path("bitstreams")),
              loaded(root.path("loaded"))));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return new Unusable("the earlier state cannot be read");
    }
  }

  /** What can be said of a summary alone: its sums have no times, so nothing goes on from it. */
  private static String readSummary(String text) {
    try {
      JsonNode root = Json.MAPPER.readTree(text);
      JsonNode version = root.path("version");
      if (version.isInt() && version.intValue() == SummaryJson.VERSION) {
        return "there is a summary of version 1 alone ("
            + (long) root.path("recentUsage").asDouble()
            + " ms of use, "
            + (long) root.path("recentReconfigurationTime").asDouble()
            + " ms of reconfiguration), which does not tell when";
      }
      return "the earlier summary has "
          + (version.isInt() ? "version " + version + ", not 1" : "no version");
    } catch (JsonProcessingException e) {
      return "the earlier summary cannot be read";
    }
  }

  private static List<Bucket> buckets(JsonNode array) {
    check(array.isArray());
    List<Bucket> buckets = new ArrayList<>();
    for (JsonNode pair : array) {
      check(pair.isArray() && pair.size() == 2 && pair.get(1).isNumber());
      buckets.add(new Bucket(millis(pair.get(0)), pair.get(1).doubleValue()));
    }
    return buckets;
  }

  private static NavigableMap<String, Long> lastSeen(JsonNode object) {
    check(object.isObject());
    NavigableMap<String, Long> seen = new TreeMap<>();
    object.properties().forEach(one -> seen.put(one.getKey(), millis(one.getValue())));
    check(seen.keySet().stream().allMatch(Identifiers::valid));
    return seen;
  }

  private static Optional<Loaded> loaded(JsonNode object) {
    if (object.isMissingNode()) {
      return Optional.empty();
    }
    List<String> ids = new ArrayList<>();
    for (JsonNode id : object.path("ids")) {
      check(id.isTextual());
      ids.add(id.textValue());
    }
    check(object.path("ids").isArray() && Identifiers.fits(ids));
    return Optional.of(new Loaded(ids, millis(object.path("at"))));
  }

  private static long millis(JsonNode number) {
    check(number.isIntegralNumber() && number.canConvertToLong());
    return number.longValue();
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not a state of version 2");
    }
  }
}
