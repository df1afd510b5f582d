package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.cluster.GroupListFile;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The groups functions were put into by {@code bin/forecaster cluster}, for the cost table. */
final class KnownGroups {
  private static final String LIST = "group_list.json";
  private static final String NAME_SUFFIX = "_USAGE";

  private KnownGroups() {}

  /**
   * Function to group, as {@code LOW} or, in a list without names, {@code 0}.
   *
   * @param said the list the user names, or null
   * @param folders where else a list may lie, the first one found counts; a damaged one there is
   *     passed over, since no measurement depends on it
   * @throws UsageException where the named list cannot be read
   */
  static Map<String, String> read(Path said, List<Path> folders) throws UsageException {
    if (said != null) {
      try {
        return of(said);
      } catch (DatasetException e) {
        throw new UsageException("--groups: " + e.getMessage());
      }
    }
    for (Path folder : folders) {
      Path list = folder.resolve(LIST);
      for (Path file : List.of(GroupListFile.namesBeside(list), list)) {
        Optional<Map<String, String>> groups = ifWhole(file);
        if (groups.isPresent()) {
          return groups.get();
        }
      }
    }
    return Map.of();
  }

  private static Optional<Map<String, String>> ifWhole(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(of(file)) : Optional.empty();
    } catch (DatasetException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> of(Path file) throws DatasetException {
    TreeMap<String, String> groups = new TreeMap<>();
    GroupListFile.read(file)
        .groups()
        .forEach(
            (key, functions) -> functions.forEach(function -> groups.put(function, name(key))));
    return Collections.unmodifiableMap(groups);
  }

  private static String name(String key) {
    return key.endsWith(NAME_SUFFIX) ? key.substring(0, key.length() - NAME_SUFFIX.length()) : key;
  }
}
