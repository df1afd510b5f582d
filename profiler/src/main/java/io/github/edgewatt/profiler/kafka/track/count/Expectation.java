package io.github.edgewatt.profiler.kafka.track.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which images ought to come back.
 *
 * @param first the lowest number
 * @param last the highest
 * @param failed numbers between them that were never acknowledged: if they come, fine; if not, too
 */
public record Expectation(long first, long last, Set<Long> failed) {
  /** No more numbers than this: a bit each is remembered. */
  public static final long MOST = 100_000_000;

  private static final long MOST_FILE_BYTES = 1L << 26;

  public Expectation {
    if (first < 0 || last < first - 1 || last - first >= MOST) {
      throw new IllegalArgumentException(
          "images " + first + " to " + last + " cannot be counted: 1 to " + MOST + " can");
    }
    TreeSet<Long> within = new TreeSet<>(failed);
    long from = first;
    long to = last;
    within.removeIf(id -> id < from || id > to);
    failed = Set.copyOf(within);
  }

  /** Images numbered from 0. */
  public static Expectation count(long count) {
    return new Expectation(0, count - 1, Set.of());
  }

  /**
   * What a feed says it sent.
   *
   * @throws IOException where the file cannot be read
   * @throws IllegalArgumentException where it is not what a feed writes; the message is one line
   */
  public static Expectation read(Path feedJson) throws IOException {
    if (Files.size(feedJson) > MOST_FILE_BYTES) {
      throw new IllegalArgumentException(feedJson + " is too large for a feed's summary");
    }
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(feedJson.toFile());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(feedJson + " is not JSON: " + e.getOriginalMessage(), e);
    }
    JsonNode first = root.path("first_id");
    JsonNode last = root.path("last_id");
    if (!first.canConvertToLong() || !last.canConvertToLong()) {
      throw new IllegalArgumentException(
          feedJson + " has no first_id and last_id: name a file that bin/profiler feed wrote");
    }
    Set<Long> failed = new TreeSet<>();
    root.path("failed").forEach(id -> failed.add(id.asLong()));
    return new Expectation(first.longValue(), last.longValue(), failed);
  }

  /** How many are due. */
  public long due() {
    return last - first + 1 - failed.size();
  }

  boolean isDue(long id) {
    return id >= first && id <= last && !failed.contains(id);
  }
}
