package io.github.edgewatt.forecaster.read;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.read.ContentHash;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.dataset.read.Problem;
import io.github.edgewatt.dataset.read.SourceFile;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.ObservationBuilder;
import io.github.edgewatt.forecaster.feature.Observations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads measurements file by file: of mixes only what observations need stays in memory, so that
 * 600,000 rows fit into a heap of 1.5 GB.
 */
public final class DataReader {
  /** Fewer configurations can be neither learnt from nor checked against. */
  private static final int FEWEST_CONFIGURATIONS = 3;

  private final DataRequest request;
  private final ObservationBuilder builder;
  private final SoloGathering solo = new SoloGathering();
  private final List<SourceFile> alone = new ArrayList<>();
  private final Set<Path> files = new LinkedHashSet<>();
  private final TreeSet<NodeType> nodes = new TreeSet<>();
  private final Set<Problem> problems = new LinkedHashSet<>();

  private DataReader(DataRequest request) {
    this.request = request;
    this.builder = new ObservationBuilder(request.nodeType());
  }

  /**
   * Reads what there is, be it mixes or functions alone.
   *
   * @throws DatasetException when a path cannot be read or holds no measurements
   */
  public static Measurements read(DataRequest request) throws DatasetException {
    return new DataReader(request).read();
  }

  /**
   * Reads what a model can be trained on: observations of functions that were measured alone too.
   *
   * @throws DatasetException when there is too little of either; the message says what to do
   */
  public static Measurements readForTraining(DataRequest request) throws DatasetException {
    Measurements all = readWithSolo(request);
    Measurements usable = all.knowing(all.solo().functions());
    int configurations = usable.observations().all().size();
    if (configurations < FEWEST_CONFIGURATIONS) {
      List<String> leftOut =
          usable.observations().leftOut().stream().map(Object::toString).toList();
      throw new DatasetException(
          "%s holds %d usable configurations, at least %d are needed%s: measure more with bin/profiler run"
              .formatted(
                  named(request),
                  configurations,
                  FEWEST_CONFIGURATIONS,
                  leftOut.isEmpty() ? "" : " (left out: " + String.join("; ", leftOut) + ")"));
    }
    return usable;
  }

  /** Reads like {@link #read}, but refuses data without a usable row of a function alone. */
  public static Measurements readWithSolo(DataRequest request) throws DatasetException {
    Measurements all = read(request);
    if (all.solo().functions().isEmpty()) {
      throw new DatasetException(
          request.solo().map(Path::toString).orElse(named(request))
              + " holds no usable measurement of a function alone: "
              + advice(request));
    }
    return all;
  }

  private Measurements read() throws DatasetException {
    // Solo first: files that stand in the data too are then profiles, and read once.
    if (request.solo().isPresent()) {
      problems.addAll(DatasetReader.read(request.solo().get(), this::takeProfile));
    }
    for (Path path : request.data()) {
      problems.addAll(DatasetReader.read(path, this::take));
    }
    if (!problems.isEmpty()) {
      String what = problems.size() == 1 ? "line or file" : "lines or files";
      String first = problems.iterator().next().toString();
      builder.leaveOut(problems.size(), what + " that cannot be used, the first: " + first);
    }
    Optional<NodeType> said = request.soloNodeType().or(request::nodeType);
    Optional<NodeType> largest = nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.last());
    SoloRows chosen = solo.choose(said, largest);
    for (SourceFile file : alone) {
      builder.add(labelled(file, said.or(() -> largest)));
    }
    return new Measurements(builder.build(), chosen, ContentHash.of(files), solo.notes());
  }

  private void takeProfile(SourceFile file) {
    if (file.kind() == MeasurementRow.Kind.SOLO && files.add(real(file.path()))) {
      alone.add(file);
      solo.add(file);
    }
  }

  private void take(SourceFile file) {
    if (file.kind() == MeasurementRow.Kind.SOLO) {
      if (request.solo().isEmpty()) {
        takeProfile(file);
      } else if (files.add(real(file.path()))) {
        alone.add(file);
      }
    } else if (files.add(real(file.path()))) {
      Observations.nodeOf(file).or(request::nodeType).ifPresent(nodes::add);
      builder.add(file);
    }
  }

  private static SourceFile labelled(SourceFile file, Optional<NodeType> node) {
    return Observations.nodeOf(file).isPresent()
        ? file
        : new SourceFile(
            file.path(), file.kind(), node.map(NodeType::name), file.manifest(), file.rows());
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // It was read a moment ago; whatever its name, it is this file.
      return file.toAbsolutePath().normalize();
    }
  }

  private static String named(DataRequest request) {
    return request.data().get(0) + (request.data().size() > 1 ? " and the others" : "");
  }

  private static String advice(DataRequest request) {
    for (Path path : request.data()) {
      Path sibling = path.toAbsolutePath().normalize().resolveSibling("solo");
      if (request.solo().isEmpty() && Files.isDirectory(sibling)) {
        return "add --solo " + sibling;
      }
    }
    return "measure with bin/profiler profile, or name its folder with --solo";
  }
}
