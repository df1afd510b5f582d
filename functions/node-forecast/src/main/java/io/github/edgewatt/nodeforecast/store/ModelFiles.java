package io.github.edgewatt.nodeforecast.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files are models: one file, or those of a folder that end in {@code .json} or {@code
 * .json.gz} and do not begin with a dot. A model has its file's name without that end.
 */
record ModelFiles(Path root) {
  private static final List<String> ENDS = List.of(".json.gz", ".json");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** More files are not looked at: a folder of something else must not fill the memory. */
  private static final int MOST_FILES = 1_000;

  /** The files there are now by their models' names; of two of one name, the first as sorted. */
  Map<String, Path> now() {
    TreeMap<String, Path> files = new TreeMap<>();
    if (!Files.isDirectory(root)) {
      if (Files.exists(root)) {
        String whole = root.getFileName().toString();
        files.put(name(root).orElse(NAME.matcher(whole).matches() ? whole : "model"), root);
      }
      return files;
    }
    try (Stream<Path> found = Files.list(root)) {
      found
          .limit(MOST_FILES)
          .sorted()
          .forEach(file -> name(file).ifPresent(name -> files.putIfAbsent(name, file)));
    } catch (IOException e) {
      // As if it were gone: what is loaded stays, and the next look tells.
      files.clear();
    }
    return files;
  }

  private static Optional<String> name(Path file) {
    String name = file.getFileName().toString();
    return ENDS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(end -> name.substring(0, name.length() - end.length()))
        .filter(stem -> NAME.matcher(stem).matches());
  }
}
