package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rows of datasets as observations: repeats joined, unusable rows left out and counted.
 *
 * @param all the observations, in the order their first rows were read
 * @param leftOut what was not used, and why
 */
public record Observations(List<Observation> all, List<LeftOut> leftOut) {
  public Observations {
    all = List.copyOf(all);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Joins the rows of {@code datasets}.
   *
   * <p>Left out are rows with an invalid verdict, mixes without figures of the node, rows of a node
   * whose kind is not known, and rows that stand twice with the same figures. Repeats that
   * contradict each other stay: their spread is the noise. Solo rows without figures of the node,
   * as upstream's are, are profiles and no observations: they are passed over without a word.
   *
   * @param unlabelled the kind of node of files that do not say
   */
  public static Observations of(Collection<Dataset> datasets, Optional<NodeType> unlabelled) {
    ObservationBuilder builder = new ObservationBuilder(unlabelled);
    for (Dataset dataset : datasets) {
      builder.leaveOut(dataset.problems().size(), "unreadable lines or files");
      dataset.files().forEach(builder::add);
    }
    return builder.build();
  }

  /** The kind of node a file was measured on; empty where nothing tells. */
  public static Optional<NodeType> nodeOf(SourceFile file) {
    if (file.manifest().isPresent()) {
      return Optional.of(NodeType.ofCores(file.manifest().get().machine().cores()));
    }
    return file.nodeType().flatMap(NodeType::named);
  }

  /** Those that {@code wanted} likes. */
  public List<Observation> where(Predicate<Observation> wanted) {
    return all.stream().filter(wanted).toList();
  }
}
