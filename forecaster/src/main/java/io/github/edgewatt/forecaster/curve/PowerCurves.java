package io.github.edgewatt.forecaster.curve;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Watts over CPU use by kind of node, from models that {@code bin/forecaster train} wrote. */
public final class PowerCurves {
  /** None at all. */
  public static final PowerCurves NONE = new PowerCurves(Map.of());

  private static final int MOST_FILES = 64;

  private final Map<String, PowerCurve> byNodeType;

  private PowerCurves(Map<String, PowerCurve> byNodeType) {
    this.byNodeType = Map.copyOf(byNodeType);
  }

  /**
   * Reads a model, or all of a folder ({@code *.json}, {@code *.json.gz}).
   *
   * @throws IllegalArgumentException one line: the file is missing or damaged, tells no watts, or
   *     tells of a kind of node that another tells of too
   */
  public static PowerCurves read(Path fileOrFolder) {
    return read(List.of(fileOrFolder));
  }

  /**
   * Reads several, likewise.
   *
   * @throws IllegalArgumentException likewise
   */
  public static PowerCurves read(List<Path> filesOrFolders) {
    Map<String, PowerCurve> curves = new TreeMap<>();
    for (Path file : filesOrFolders.stream().flatMap(one -> files(one).stream()).toList()) {
      of(file)
          .forEach(
              (nodeType, curve) -> {
                if (curves.put(nodeType, curve) != null) {
                  throw new IllegalArgumentException(
                      file + " tells of " + nodeType + " as another model does: keep one of them");
                }
              });
    }
    return new PowerCurves(curves);
  }

  /**
   * The curves of one model; a map without the kinds of nodes it knows no watts of.
   *
   * @throws IllegalArgumentException one line where there is not one
   */
  static Map<String, PowerCurve> of(TrainedModel model) {
    Map<String, PowerCurve> curves = new TreeMap<>();
    String why = "the model knows no kind of node";
    for (NodeType type : model.nodes().keySet()) {
      try {
        curves.put(type.name(), PowerCurve.of(model, type));
      } catch (IllegalArgumentException e) {
        why = e.getMessage();
      }
    }
    if (curves.isEmpty()) {
      throw new IllegalArgumentException(why);
    }
    return curves;
  }

  /** The kinds of nodes it knows. */
  public Set<String> nodeTypes() {
    return byNodeType.keySet();
  }

  /** The curve of a kind of node. */
  public Optional<PowerCurve> of(String nodeType) {
    return Optional.ofNullable(byNodeType.get(nodeType));
  }

  private static Map<String, PowerCurve> of(Path file) {
    try {
      return of(ModelFile.read(file));
    } catch (DatasetException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> files(Path fileOrFolder) {
    if (!Files.isDirectory(fileOrFolder)) {
      return List.of(fileOrFolder);
    }
    try (Stream<Path> inside = Files.list(fileOrFolder)) {
      List<Path> files =
          inside
              .filter(file -> file.toString().matches(".*\\.json(\\.gz)?"))
              .sorted()
              .limit(MOST_FILES + 1L)
              .toList();
      if (files.isEmpty() || files.size() > MOST_FILES) {
        throw new IllegalArgumentException(
            fileOrFolder + " holds " + (files.isEmpty() ? "no" : "too many") + " models (*.json)");
      }
      return files;
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + fileOrFolder + ": " + e.getMessage(), e);
    }
  }
}
