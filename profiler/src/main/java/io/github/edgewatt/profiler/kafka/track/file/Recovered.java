package io.github.edgewatt.profiler.kafka.track.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What runs that were killed left behind.
 *
 * @param tables tables that were completed, by their new names
 * @param next by partition of the topic of results, the first record that stands in no table
 * @param marks files to {@link Recovery#forget} once Kafka knows of {@code next}
 */
public record Recovered(List<Path> tables, Map<Integer, Long> next, List<Path> marks) {
  public Recovered {
    tables = List.copyOf(tables);
    next = Map.copyOf(next);
    marks = List.copyOf(marks);
  }
}
