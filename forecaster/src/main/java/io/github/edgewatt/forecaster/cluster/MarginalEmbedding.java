package io.github.edgewatt.forecaster.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Marginal costs, scaled robustly once: z = (x − median) / max(IQR / 1.349, ½).
 *
 * <p>The x are the logarithms of {@link MarginalFeature}; median and interquartile range are those
 * of the grouped functions. The divisor's floor of half a decade keeps differences below a factor
 * of about three from being blown up where functions hardly differ. A coordinate that a function's
 * measurements do not tell is 0, the median. The vector does not depend on the grid of rates, so
 * functions measured at different rates can be compared; a knee that no rate reached is taken for
 * the highest one.
 *
 * @param features the features used, in order
 * @param leftOut the features that no function has
 * @param centre the medians
 * @param scale the divisors, above 0
 */
public record MarginalEmbedding(
    List<String> features, List<String> leftOut, double[] centre, double[] scale)
    implements Embedding {
  /** The interquartile range of a normal distribution in standard deviations. */
  private static final double NORMAL_IQR = 1.349;

  /** The least divisor: half a power of ten. */
  private static final double LEAST_SCALE = 0.5;

  public MarginalEmbedding {
    features = List.copyOf(features);
    leftOut = List.copyOf(leftOut);
    centre = centre.clone();
    scale = scale.clone();
    features.forEach(MarginalFeature::named);
    if (centre.length != features.size() || scale.length != centre.length) {
      throw new IllegalArgumentException("a scaler that does not fit its features");
    }
  }

  static MarginalEmbedding fit(List<SoloSamples> functions) {
    List<MarginalCosts> costs = functions.stream().map(MarginalCosts::of).toList();
    List<String> used = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    List<double[]> scalers = new ArrayList<>();
    for (MarginalFeature feature : MarginalFeature.values()) {
      double[] known =
          costs.stream().mapToDouble(feature::of).filter(Double::isFinite).sorted().toArray();
      if (known.length == 0) {
        leftOut.add(feature.text());
        continue;
      }
      double spread = (quantile(known, 0.75) - quantile(known, 0.25)) / NORMAL_IQR;
      used.add(feature.text());
      scalers.add(new double[] {quantile(known, 0.5), Math.max(spread, LEAST_SCALE)});
    }
    return new MarginalEmbedding(
        used,
        leftOut,
        scalers.stream().mapToDouble(scaler -> scaler[0]).toArray(),
        scalers.stream().mapToDouble(scaler -> scaler[1]).toArray());
  }

  @Override
  public double[] point(SoloSamples function) {
    return vector(function);
  }

  @Override
  public double[] vector(SoloSamples function) {
    MarginalCosts costs = MarginalCosts.of(function);
    double[] point = new double[features.size()];
    for (int i = 0; i < point.length; i++) {
      double figure = MarginalFeature.named(features.get(i)).of(costs);
      point[i] = Double.isNaN(figure) ? 0 : (figure - centre[i]) / scale[i];
    }
    return point;
  }

  /** The used features that {@code function}'s measurements do not tell. */
  List<String> untold(SoloSamples function) {
    MarginalCosts costs = MarginalCosts.of(function);
    return features.stream()
        .filter(feature -> Double.isNaN(MarginalFeature.named(feature).of(costs)))
        .toList();
  }

  @Override
  public int dimensions() {
    return features.size();
  }

  /** The quantile of sorted figures, linear between them. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    double high = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (at - below) * (high - sorted[below]);
  }
}
