package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Groups made from solo measurements, with what led to them.
 *
 * @param model the groups
 * @param splits the figures of every k from 1 on, silhouettes and stability from 2 on
 * @param points each grouped function's point, in the order of {@link GroupModel#functions}
 * @param notes what a user should know, one line each
 */
public record Grouping(
    GroupModel model, List<SplitFigures> splits, double[][] points, List<String> notes) {
  /** No more groups than this are tried. */
  private static final int MOST_GROUPS = 8;

  /** Below this many functions, groups are a guess. */
  private static final int FEW_FUNCTIONS = 8;

  private static final int STARTS = 20;

  public Grouping {
    splits = List.copyOf(splits);
    points = Points.copy(points);
    notes = List.copyOf(notes);
  }

  /**
   * Groups the functions of {@code input}.
   *
   * @param k how many groups; empty for the number that {@link GroupCount} chooses
   * @param seed of k-means' starts and of the resamples
   * @param tool the version that stands in the model
   * @throws DatasetException where these functions cannot be grouped so
   */
  public static Grouping of(
      SoloInput input, Embedding.Kind kind, OptionalInt k, long seed, String tool)
      throws DatasetException {
    List<SoloSamples> functions = input.functions().stream().filter(MarginalCosts::known).toList();
    check(functions, k);
    Embedding embedding = Embedding.fit(kind, functions);
    double[][] points = new double[functions.size()][];
    for (int i = 0; i < points.length; i++) {
      points[i] = embedding.point(functions.get(i));
    }
    int distinct = points[0].length == 0 ? 1 : Points.distinct(points);
    if (distinct == 1) {
      throw new DatasetException(
          "all " + points.length + " functions have the same figures: there is nothing to group");
    }
    if (k.isPresent() && k.getAsInt() > distinct) {
      throw new DatasetException(
          "--k " + k.getAsInt() + " is more than the " + distinct + " functions that differ");
    }
    Stability stability = new Stability(kind, functions, seed);
    TreeMap<Integer, Partition> partitions = partitions(points, k, seed);
    List<SplitFigures> splits = new ArrayList<>();
    for (Partition partition : partitions.values()) {
      splits.add(figures(points, partition, stability));
    }
    GroupCount count =
        k.isPresent()
            ? new GroupCount(k.getAsInt(), "--k " + k.getAsInt())
            : GroupCount.choose(candidates(splits, points.length), points.length);
    if (!partitions.containsKey(count.k())) {
      throw new DatasetException(
          "no split into " + count.k() + " groups was found: try another --seed or --k");
    }
    GroupBuilder builder = new GroupBuilder(functions, points, partitions.get(count.k()));
    GroupModel model =
        new GroupModel(
            tool,
            input.files().stream().map(Path::getFileName).map(Path::toString).sorted().toList(),
            input.sha256(),
            seed,
            count.why(),
            embedding,
            builder.groups(),
            builder.members());
    return new Grouping(model, splits, points, notes(input, points.length, embedding, stability));
  }

  private static void check(List<SoloSamples> functions, OptionalInt k) throws DatasetException {
    if (functions.size() < 2) {
      throw new DatasetException(
          "grouping needs two functions or more with CPU figures, and there is "
              + (functions.isEmpty() ? "none" : "only " + functions.get(0).function()));
    }
    if (k.isPresent() && (k.getAsInt() < 2 || k.getAsInt() > functions.size())) {
      throw new DatasetException(
          "--k "
              + k.getAsInt()
              + " for "
              + functions.size()
              + " functions: give 2 to "
              + functions.size());
    }
  }

  /** The splits worth a look: 1 to 8, and {@code k}. */
  private static TreeMap<Integer, Partition> partitions(
      double[][] points, OptionalInt k, long seed) {
    KMeans means = new KMeans(seed, STARTS);
    TreeMap<Integer, Partition> partitions = new TreeMap<>();
    for (int tried = 1; tried <= points.length; tried++) {
      if (tried <= MOST_GROUPS || tried == k.orElse(0)) {
        Optional<Partition> split = means.split(points, tried);
        split.ifPresent(partition -> partitions.put(partition.k(), partition));
      }
    }
    return partitions;
  }

  private static SplitFigures figures(double[][] points, Partition partition, Stability stability) {
    int k = partition.k();
    return new SplitFigures(
        k,
        partition.distortion(points),
        k > 1 && k < points.length ? Silhouette.of(points, partition) : Double.NaN,
        k > 1 ? stability.of(partition) : Double.NaN);
  }

  private static List<SplitFigures> candidates(List<SplitFigures> splits, int functions) {
    return splits.stream().filter(split -> split.k() > 1 && split.k() < functions).toList();
  }

  private static List<String> notes(
      SoloInput input, int functions, Embedding embedding, Stability stability) {
    List<String> notes = new ArrayList<>(input.notes());
    for (SoloSamples function : input.functions()) {
      if (!MarginalCosts.known(function)) {
        notes.add(function.function() + " left out: no CPU figure at a rate it serves");
      }
    }
    if (!embedding.leftOut().isEmpty()) {
      notes.add(
          "left out of the vectors, since not every function has it: "
              + String.join(", ", embedding.leftOut()));
    }
    if (functions < FEW_FUNCTIONS) {
      notes.add(
          functions + " functions: with fewer than " + FEW_FUNCTIONS + " the groups are a guess");
    }
    notes.add("stability over 50 resamples of the " + stability.resampled());
    return notes;
  }
}
