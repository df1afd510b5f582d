package io.github.edgewatt.cluster.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.cluster.snapshot.LatencyGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A latency graph's file: {@code {"from": {"to": milliseconds}}}. */
final class LatencyFile {
  private static final long MOST_BYTES = 64L << 20;

  private LatencyFile() {}

  /**
   * Reads one.
   *
   * @param variable what named the file
   * @throws IllegalArgumentException one line that names the variable, the file and what is wrong
   */
  static LatencyGraph read(String variable, Path file, double leastMax) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refused(variable, file, "it is larger than 64 MiB");
      }
      Map<String, Map<String, Double>> edges =
          new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
      if (edges == null) {
        throw refused(variable, file, "it is empty");
      }
      return new LatencyGraph(edges, leastMax);
    } catch (JsonProcessingException e) {
      throw refused(variable, file, e.getOriginalMessage());
    } catch (IOException e) {
      throw refused(variable, file, "it cannot be read");
    } catch (NullPointerException e) {
      throw refused(variable, file, "a latency is null");
    } catch (IllegalArgumentException e) {
      throw e.getMessage().startsWith(variable) ? e : refused(variable, file, e.getMessage());
    }
  }

  private static IllegalArgumentException refused(String variable, Path file, String why) {
    String line = String.valueOf(why).lines().findFirst().orElse("?");
    return new IllegalArgumentException(
        variable
            + " is '"
            + file
            + "': it must be a file of latencies in ms, as {\"n1\":{\"n2\":12.5}}; "
            + line);
  }
}
