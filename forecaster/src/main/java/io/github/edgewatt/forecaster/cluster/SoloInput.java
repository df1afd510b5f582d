package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.read.ContentHash;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.dataset.read.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The solo measurements of datasets, function by function.
 *
 * @param functions by name, sorted; each with at least one usable row
 * @param files the files with solo rows
 * @param sha256 hash over the files' contents, in any order the same
 * @param notes what was left out, one line each
 */
public record SoloInput(
    List<SoloSamples> functions, List<Path> files, String sha256, List<String> notes) {
  public SoloInput {
    functions = List.copyOf(functions);
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /**
   * Reads the solo rows under {@code paths}: run folders, upstream's folders or single tables.
   * Invalid rows, mixes and rows without load are left out.
   *
   * @throws DatasetException where a path cannot be read, or no usable solo row is in any of them
   */
  public static SoloInput read(List<Path> paths) throws DatasetException {
    TreeMap<Path, SourceFile> files = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    for (Path path : paths) {
      DatasetReader.read(path, file -> keep(file, files)).forEach(it -> notes.add(it.toString()));
    }
    SampleGathering gathering = new SampleGathering();
    files.values().forEach(file -> file.rows().forEach(gathering::add));
    notes.addAll(gathering.notes());
    List<SoloSamples> functions = gathering.functions();
    if (functions.isEmpty()) {
      throw new DatasetException(
          paths.get(0)
              + " holds no usable measurement of a function alone: measure with bin/profiler"
              + " profile");
    }
    return new SoloInput(
        functions, List.copyOf(files.keySet()), ContentHash.of(files.keySet()), notes);
  }

  private static void keep(SourceFile file, Map<Path, SourceFile> files) {
    if (file.rows().stream().anyMatch(row -> row.kind() == MeasurementRow.Kind.SOLO)) {
      files.putIfAbsent(file.path().toAbsolutePath().normalize(), file);
    }
  }

  /** The measurements of {@code function}. */
  public SoloSamples of(String function) throws DatasetException {
    return functions.stream()
        .filter(samples -> samples.function().equals(function))
        .findFirst()
        .orElseThrow(
            () ->
                new DatasetException(
                    "no usable measurement of " + function + " alone; there are: " + names()));
  }

  /** The functions' names, with commas. */
  public String names() {
    return String.join(", ", functions.stream().map(SoloSamples::function).toList());
  }
}
