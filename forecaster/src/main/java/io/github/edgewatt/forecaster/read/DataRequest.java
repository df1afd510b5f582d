package io.github.edgewatt.forecaster.read;

import io.github.edgewatt.forecaster.feature.NodeType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which measurements to read.
 *
 * @param data run folders of ours, upstream's folders or single tables, mixed; at least one
 * @param solo where functions were measured alone; empty: in {@code data}
 * @param nodeType the kind of node of files that do not tell
 * @param soloNodeType the same for functions measured alone; empty: {@code nodeType}, else the
 *     largest kind in the data
 */
public record DataRequest(
    List<Path> data,
    Optional<Path> solo,
    Optional<NodeType> nodeType,
    Optional<NodeType> soloNodeType) {
  public DataRequest {
    data = List.copyOf(data);
    if (data.isEmpty()) {
      throw new IllegalArgumentException("name a folder with measurements");
    }
  }

  /** Everything in {@code data}, functions measured alone among it. */
  public static DataRequest of(Path... data) {
    return new DataRequest(List.of(data), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
