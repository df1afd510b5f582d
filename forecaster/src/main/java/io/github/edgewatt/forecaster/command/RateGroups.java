package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.forecaster.cluster.GroupListFile;
import io.github.edgewatt.forecaster.cluster.TrainingGroups;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which functions' rates are added up, for models of group rates. */
final class RateGroups {
  private static final String INDEX = "\\d+";

  private RateGroups() {}

  /**
   * The groups of {@code file}, or where it is null those made of functions alone.
   *
   * @throws DatasetException one line that says why there are none
   */
  static Map<String, List<String>> of(Path file, Collection<MeasurementRow> alone, long seed)
      throws DatasetException {
    return file == null ? TrainingGroups.of(alone, seed) : read(file);
  }

  private static Map<String, List<String>> read(Path file) throws DatasetException {
    Map<String, List<String>> groups = new LinkedHashMap<>(GroupListFile.read(file).groups());
    // A list under both kinds of keys names every group twice.
    if (groups.keySet().stream().anyMatch(key -> !key.matches(INDEX))) {
      groups.keySet().removeIf(key -> key.matches(INDEX));
    }
    groups.values().removeIf(List::isEmpty);
    if (groups.isEmpty()) {
      throw new DatasetException(file + " holds no group of functions");
    }
    return groups;
  }
}
