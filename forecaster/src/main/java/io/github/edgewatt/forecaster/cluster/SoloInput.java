package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.dataset.read.Problem;
import io.github.edgewatt.dataset.read.SourceFile;
import java.io.IOException;
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
      Dataset dataset = DatasetReader.read(path);
      for (SourceFile file : dataset.files()) {
        if (file.rows().stream().anyMatch(row -> row.kind() == MeasurementRow.Kind.SOLO)) {
          files.putIfAbsent(file.path().toAbsolutePath().normalize(), file);
        }
      }
      dataset.problems().stream().map(Problem::toString).forEach(notes::add);
    }
    Gathering gathering = new Gathering();
    files.values().forEach(file -> file.rows().forEach(gathering::add));
    gathering.note(notes);
    List<SoloSamples> functions = new ArrayList<>();
    for (Map.Entry<String, List<Sample>> entry : gathering.samples.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        functions.add(new SoloSamples(entry.getKey(), entry.getValue()));
      }
    }
    if (functions.isEmpty()) {
      throw new DatasetException(
          paths.get(0)
              + " holds no usable measurement of a function alone: measure with bin/profiler"
              + " profile");
    }
    return new SoloInput(functions, List.copyOf(files.keySet()), hash(files.keySet()), notes);
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

  private static String hash(Iterable<Path> files) throws DatasetException {
    List<String> hashes = new ArrayList<>();
    for (Path file : files) {
      try {
        hashes.add(Sha256.of(file));
      } catch (IOException e) {
        throw DatasetException.of("cannot read", file, e);
      }
    }
    return Sha256.of(String.join("\n", hashes.stream().sorted().toList()));
  }

  private static final class Gathering {
    private final TreeMap<String, List<Sample>> samples = new TreeMap<>();
    private final Map<String, Integer> invalid = new TreeMap<>();
    private final Map<String, Integer> twice = new TreeMap<>();

    void add(MeasurementRow row) {
      if (row.kind() != MeasurementRow.Kind.SOLO || row.functions().get(0).rate() <= 0) {
        return;
      }
      String function = row.functions().get(0).function();
      List<Sample> usable = samples.computeIfAbsent(function, unused -> new ArrayList<>());
      Sample sample = Sample.of(row);
      if (row.verdict().kind() == Verdict.Kind.INVALID) {
        invalid.merge(function, 1, Integer::sum);
      } else if (Double.isFinite(sample.cpuPercent()) && usable.contains(sample)) {
        // Two measurements never agree in every figure: a copy of the file lies somewhere.
        twice.merge(function, 1, Integer::sum);
      } else {
        usable.add(sample);
      }
    }

    void note(List<String> notes) {
      samples.forEach(
          (function, usable) -> {
            int bad = invalid.getOrDefault(function, 0);
            if (usable.isEmpty()) {
              notes.add(function + " left out: none of its " + bad + " solo rows is valid");
            } else if (bad > 0) {
              notes.add(
                  function + ": " + bad + " invalid rows left out of " + (bad + usable.size()));
            }
          });
      twice.forEach(
          (function, count) ->
              notes.add(function + ": " + count + " rows that stand twice left out"));
    }
  }
}
