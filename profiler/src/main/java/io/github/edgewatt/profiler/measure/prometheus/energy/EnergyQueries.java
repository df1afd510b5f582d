package io.github.edgewatt.profiler.measure.prometheus.energy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The selectors that find energy meters, by name: those of {@code energy-queries.yaml} beside this
 * class, or a user's own in their place.
 *
 * @param selectors PromQL instant selectors
 */
public record EnergyQueries(Map<String, String> selectors) {
  private static final String DEFAULTS = "energy-queries.yaml";

  public EnergyQueries {
    selectors = Map.copyOf(selectors);
  }

  /** Those shipped. */
  public static EnergyQueries defaults() {
    try (InputStream in = EnergyQueries.class.getResourceAsStream(DEFAULTS)) {
      Objects.requireNonNull(in, DEFAULTS + " is not in the jar");
      return new EnergyQueries(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those shipped, with a user's in their place.
   *
   * @throws IOException with one line for the user: no YAML, an unknown name, an empty selector
   */
  public static EnergyQueries read(Path file) throws IOException {
    try {
      return defaults().with(parse(Files.readString(file)));
    } catch (JsonProcessingException e) {
      // The parser draws the place in the file over several lines.
      String why = e.getOriginalMessage().replaceAll("\\s+", " ").strip();
      throw new IOException(file + " is not a list of NAME: 'SELECTOR' lines: " + why, e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * These, with others in the place of those of the same name.
   *
   * @throws IllegalArgumentException for an unknown name or an empty selector
   */
  public EnergyQueries with(Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(selectors);
    own.forEach(
        (name, selector) -> {
          if (!all.containsKey(name)) {
            throw new IllegalArgumentException(
                "unknown query " + name + "; there are " + String.join(", ", all.keySet()));
          }
          if (selector == null || selector.isBlank()) {
            throw new IllegalArgumentException("query " + name + " is empty");
          }
          all.put(name, selector);
        });
    return new EnergyQueries(all);
  }

  /** A query's selector. */
  String selector(String name) {
    return Objects.requireNonNull(selectors.get(name), name);
  }

  private static Map<String, String> parse(String text) throws JsonProcessingException {
    YAMLMapper mapper = new YAMLMapper();
    JsonNode read = mapper.readTree(text);
    return read.isMissingNode() || read.isNull()
        ? Map.of()
        : mapper.treeToValue(read, new TypeReference<TreeMap<String, String>>() {});
  }
}
