package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is expected of mixes after few or no measurements of any: the physics of the solo profiles
 * and, over it, linear corrections that the mixes measured so far support. Needs no trainer and
 * fits in milliseconds.
 *
 * <p>CPU: {@code y = physics + βᵀz}, β by ridge regression with penalty 1, so that no measurement
 * means no correction. Overload: {@code logit p = (share - 1) / 0.1 + γᵀz}, γ by {@link
 * LogisticFit}; the share comes from the profiles, 1 being the frontier. z are the {@link
 * MixFeatures}, scaled over the reference configurations.
 */
public final class LightModel implements Outlook {
  /** How much of the share lies between a probability of .5 and one of .73. */
  private static final double SHARE_PER_LOGIT = 0.1;

  /** 5th to 95th percentile of a normal distribution, half of it, in standard deviations. */
  private static final double NORMAL_95 = 1.645;

  /** Noise of a forecast before anything is measured, as a share of the forecast, and at least. */
  private static final double FIRST_NOISE_SHARE = 0.2;

  private static final double FIRST_NOISE_PERCENT = 5;

  /** Measurements whose worth the first guess of the noise has. */
  private static final double FIRST_NOISE_WEIGHT = 10;

  private final MixFeatures features;
  private final ToDoubleFunction<Configuration> share;
  private final Scaling scaling;
  private final Information known;
  private final double[] cpu;
  private final double[] overload;
  private final double noise;

  /**
   * Fits the model.
   *
   * @param share how near a configuration is to overload by the profiles alone, 1 being there
   * @param reference configurations like those that will be asked for, at least one
   * @param measured what is known of this kind of node; functions alone tell nothing here
   */
  public LightModel(
      MixFeatures features,
      ToDoubleFunction<Configuration> share,
      Collection<Configuration> reference,
      Collection<Measured> measured) {
    this.features = features;
    this.share = share;
    List<double[]> all = reference.stream().map(features::of).toList();
    this.scaling = Scaling.over(all);
    int width = all.get(0).length + 1;
    List<Measured> mixes =
        measured.stream().filter(it -> it.configuration().functions().size() > 1).toList();
    List<double[]> vectors = mixes.stream().map(it -> vector(it.configuration())).toList();
    this.overload =
        LogisticFit.fit(
            width,
            vectors,
            mixes.stream().mapToDouble(Measured::overloadedShare).toArray(),
            mixes.stream().mapToDouble(it -> firstLogit(it.configuration())).toArray());
    List<Measured> costs =
        mixes.stream().filter(it -> Double.isFinite(it.cpuIncreasePercent())).toList();
    List<double[]> rows = costs.stream().map(it -> vector(it.configuration())).toList();
    double[] residuals =
        costs.stream()
            .mapToDouble(
                it -> it.cpuIncreasePercent() - features.physicsPercent(it.configuration()))
            .toArray();
    this.cpu = ridge(width, rows, residuals);
    this.noise = noise(costs, rows, residuals);
    this.known = new Information(List.of(new double[width]), new double[] {1});
    double[] ones = new double[rows.size()];
    Arrays.fill(ones, 1);
    known.know(rows, ones);
  }

  @Override
  public Expected at(Configuration configuration) {
    double[] raw = features.of(configuration);
    double[] z = scaling.of(raw);
    double increase = Math.max(0, features.physicsPercent(configuration) + Symmetric.dot(cpu, z));
    double spread = Math.max(FIRST_NOISE_PERCENT, noise * increase);
    // The covariance is in units of a penalty of 1; a coefficient's own doubt is not the noise's.
    double halfWidth = NORMAL_95 * spread * Math.sqrt(1 + Math.min(1, known.variance(z)));
    double p = LogisticFit.probability(firstLogit(configuration) + Symmetric.dot(overload, z));
    return new Expected(raw, increase, halfWidth, p);
  }

  private double[] vector(Configuration configuration) {
    return scaling.of(features.of(configuration));
  }

  private double firstLogit(Configuration configuration) {
    return (share.applyAsDouble(configuration) - 1) / SHARE_PER_LOGIT;
  }

  /** Minimises {@code |y - Zβ|² + |β|²}. */
  private static double[] ridge(int width, List<double[]> rows, double[] residuals) {
    double[][] gram = Symmetric.identity(width);
    double[] moment = new double[width];
    for (int i = 0; i < residuals.length; i++) {
      Symmetric.addOuter(gram, rows.get(i), 1);
      for (int j = 0; j < width; j++) {
        moment[j] += residuals[i] * rows.get(i)[j];
      }
    }
    return Symmetric.solve(gram, moment);
  }

  /** Root mean square of the remaining errors over what was forecast, shrunk to the first guess. */
  private double noise(List<Measured> costs, List<double[]> rows, double[] residuals) {
    double squares = FIRST_NOISE_WEIGHT * FIRST_NOISE_SHARE * FIRST_NOISE_SHARE;
    for (int i = 0; i < residuals.length; i++) {
      double left = residuals[i] - Symmetric.dot(cpu, rows.get(i));
      double of = Math.max(costs.get(i).cpuIncreasePercent(), 5 * FIRST_NOISE_PERCENT);
      squares += Math.pow(left / of, 2);
    }
    return Math.sqrt(squares / (FIRST_NOISE_WEIGHT + residuals.length));
  }
}
