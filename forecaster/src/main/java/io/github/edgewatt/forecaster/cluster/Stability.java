package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * How well groups survive other measurements: everything, scaler included, is fitted anew on
 * resamples, and each group's Jaccard similarity |A ∩ B| / |A ∪ B| to the most similar new group is
 * averaged over groups and resamples. Below .6 a split is not to be trusted. Source: Hennig,
 * Comput. Stat. Data Anal. 52 (2007) 258.
 *
 * <p>The repeats of each rate are resampled where there are any; else the functions, and then the
 * functions drawn are compared alone. Seeded, so that the same measurements give the same figure.
 */
final class Stability {
  /** Splits below this are not to be trusted. */
  static final double TRUSTED = 0.6;

  private static final int RESAMPLES = 50;
  private static final int STARTS = 5;

  private final boolean byRepeats;
  private final List<Resample> resamples = new ArrayList<>();

  /**
   * Draws the resamples.
   *
   * @param functions at least two
   */
  Stability(Embedding.Kind kind, List<SoloSamples> functions, long seed) throws DatasetException {
    this.byRepeats = functions.stream().anyMatch(SoloSamples::hasRepeats);
    Random random = new Random(seed);
    for (int r = 0; r < RESAMPLES; r++) {
      List<Integer> drawn = draw(functions.size(), random);
      List<SoloSamples> resample = new ArrayList<>();
      for (int i : drawn) {
        resample.add(byRepeats ? functions.get(i).resampled(random) : functions.get(i));
      }
      Embedding embedding = Embedding.fit(kind, resample);
      double[][] points = new double[resample.size()][];
      for (int i = 0; i < points.length; i++) {
        points[i] = embedding.point(resample.get(i));
      }
      resamples.add(new Resample(drawn, points, random.nextInt()));
    }
  }

  /** What was resampled: {@code repeats} or {@code functions}. */
  String resampled() {
    return byRepeats ? "repeats" : "functions";
  }

  /** The mean similarity, 0 to 1; NaN where no resample could be split in k. */
  double of(Partition partition) {
    double sum = 0;
    int count = 0;
    for (Resample resample : resamples) {
      Optional<Partition> other =
          new KMeans(resample.seed, STARTS).split(resample.points, partition.k());
      if (other.isPresent()) {
        sum += similarity(partition, other.get(), resample.drawn);
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private List<Integer> draw(int functions, Random random) {
    Set<Integer> drawn = new TreeSet<>();
    for (int i = 0; i < functions; i++) {
      drawn.add(byRepeats ? i : random.nextInt(functions));
    }
    return List.copyOf(drawn);
  }

  /** Mean over the old groups that have a drawn function. */
  private static double similarity(Partition old, Partition renewed, List<Integer> drawn) {
    double sum = 0;
    int count = 0;
    for (int g = 0; g < old.k(); g++) {
      Set<Integer> before = old.members(g);
      before.retainAll(drawn);
      if (before.isEmpty()) {
        continue;
      }
      double best = 0;
      for (int h = 0; h < renewed.k(); h++) {
        Set<Integer> after = new HashSet<>();
        renewed.members(h).forEach(i -> after.add(drawn.get(i)));
        Set<Integer> both = new HashSet<>(before);
        both.retainAll(after);
        Set<Integer> either = new HashSet<>(before);
        either.addAll(after);
        best = Math.max(best, (double) both.size() / either.size());
      }
      sum += best;
      count++;
    }
    return sum / count;
  }

  /**
   * @param drawn the functions, by number
   * @param points one a function drawn
   * @param seed of k-means
   */
  private record Resample(List<Integer> drawn, double[][] points, long seed) {}
}
