package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Fits {@link CpuPhysics} to measured mixes: bounded non-linear least squares (Levenberg-Marquardt)
 * with soft-L1 loss, every parameter held by a Gaussian prior so that what the measurements do not
 * tell stays where it was.
 */
public final class PhysicsFit {
  /** Beyond about this many percent of one core an error counts linearly, not squared. */
  static final double LOSS_SCALE = 10;

  private static final int MOST_ITERATIONS = 60;
  private static final double RELATIVE_CHANGE = 1e-6;

  /** How strongly a function's factor is held at its prior, in samples; its spread is .3. */
  private static final double FACTOR_WEIGHT = 300;

  private static final double FACTOR_SPREAD = 0.3;

  /** Spreads of the prior, in the order of {@link CpuPhysics}. */
  private static final double[] SPREADS = {.2, .2, 10, .3, .15, 30, 10, 1};

  private static final double[] LOWEST = {.2, -1, 0, -1, .2, -200, 20, 1};
  private static final double[] HIGHEST = {3, 1.5, 200, 3, 1.3, 300, 100, 10};

  /**
   * A measured load.
   *
   * @param load what was asked
   * @param increasePercent measured increase of the node's CPU over rest, percent of one core
   * @param weight above 0
   */
  public record Case(Load load, double increasePercent, double weight) {}

  /** Configurations of one combination err together: this many count as one. */
  private static final double CASES_PER_OPINION = 20;

  private final Profiles profiles;
  private final CpuPhysics prior;
  private final double priorWeight;
  private final List<String> functions;
  private final List<Case> cases;
  private final double[][] demand;
  private final double[][] hundreds;
  private final int[][] active;

  PhysicsFit(
      List<Case> cases,
      Profiles profiles,
      CpuPhysics prior,
      double priorWeight,
      List<String> functions) {
    this.cases = cases;
    this.profiles = profiles;
    this.prior = prior;
    this.priorWeight = priorWeight;
    this.functions = functions;
    this.demand = new double[cases.size()][];
    this.hundreds = new double[cases.size()][];
    this.active = new int[cases.size()][];
    for (int i = 0; i < cases.size(); i++) {
      Map<String, Double> rates = cases.get(i).load().rates();
      demand[i] = new double[rates.size()];
      hundreds[i] = new double[rates.size()];
      active[i] = new int[rates.size()];
      int j = 0;
      for (Map.Entry<String, Double> entry : rates.entrySet()) {
        demand[i][j] = profiles.of(entry.getKey()).demandPercent(entry.getValue());
        hundreds[i][j] = entry.getValue() / 100;
        active[i][j++] = functions.indexOf(entry.getKey());
      }
    }
  }

  /**
   * How strongly to hold the prior in a first fit to {@code cases} cases: errors within a
   * combination are alike, so that evidence grows more slowly than the number of cases.
   */
  static double firstPriorWeight(int cases) {
    return 1 + cases / CASES_PER_OPINION;
  }

  /**
   * The physics of {@code cases}; functions that take no part in them keep their prior factor.
   *
   * @param prior where parameters are held
   * @param priorWeight how strongly, 1 for the spreads of a first fit
   */
  public static CpuPhysics fit(
      List<Case> cases, Profiles profiles, CpuPhysics prior, double priorWeight) {
    if (cases.isEmpty()) {
      return prior;
    }
    TreeSet<String> functions = new TreeSet<>();
    cases.forEach(one -> functions.addAll(one.load().rates().keySet()));
    return new PhysicsFit(cases, profiles, prior, priorWeight, new ArrayList<>(functions)).solve();
  }

  private CpuPhysics solve() {
    double[] start = parameters(prior);
    ConvergenceChecker<LeastSquaresProblem.Evaluation> checker =
        (iteration, before, now) ->
            Math.abs(before.getCost() - now.getCost()) <= RELATIVE_CHANGE * before.getCost();
    LeastSquaresProblem problem =
        LeastSquaresFactory.create(
            this::residuals,
            new ArrayRealVector(cases.size() + start.length),
            new ArrayRealVector(start, false),
            null,
            checker,
            10 * MOST_ITERATIONS,
            MOST_ITERATIONS,
            false,
            this::bounded);
    double[] best;
    try {
      best = new LevenbergMarquardtOptimizer().optimize(problem).getPoint().toArray();
    } catch (org.hipparchus.exception.MathIllegalStateException e) {
      // Out of iterations or steps too small to matter: on so flat a valley the prior serves.
      best = start;
    }
    return physics(bounded(new ArrayRealVector(best, false)).toArray());
  }

  double[] parameters(CpuPhysics physics) {
    double[] parameters = new double[SPREADS.length + functions.size()];
    parameters[0] = physics.demandScale();
    parameters[1] = physics.demandCores();
    parameters[2] = physics.requestCost();
    parameters[3] = physics.requestCores();
    parameters[4] = physics.requestPower();
    parameters[5] = physics.capacityBase();
    parameters[6] = physics.capacityPerCore();
    parameters[7] = physics.sharpness();
    for (int f = 0; f < functions.size(); f++) {
      parameters[SPREADS.length + f] = Math.log(physics.factor(functions.get(f)));
    }
    return parameters;
  }

  private CpuPhysics physics(double[] p) {
    Map<String, Double> factors = new TreeMap<>(prior.factors());
    for (int f = 0; f < functions.size(); f++) {
      factors.put(functions.get(f), Math.exp(p[SPREADS.length + f]));
    }
    return new CpuPhysics(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], factors);
  }

  private RealVector bounded(RealVector point) {
    RealVector bounded = point.copy();
    for (int i = 0; i < bounded.getDimension(); i++) {
      double low = i < LOWEST.length ? LOWEST[i] : -1.5;
      double high = i < HIGHEST.length ? HIGHEST[i] : 1.5;
      bounded.setEntry(i, Math.min(high, Math.max(low, bounded.getEntry(i))));
    }
    return bounded;
  }

  /** Loss and prior as residuals, and their derivatives. */
  Pair<RealVector, org.hipparchus.linear.RealMatrix> residuals(RealVector point) {
    double[] p = point.toArray();
    int width = p.length;
    double[] values = new double[cases.size() + width];
    double[][] jacobian = new double[cases.size() + width][width];
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      double residual = increase(i, p, jacobian[i]) - one.increasePercent();
      double scaled = residual / LOSS_SCALE;
      double root = Math.sqrt(1 + scaled * scaled);
      double soft = Math.sqrt(2 * (root - 1));
      double weight = Math.sqrt(one.weight());
      values[i] = weight * LOSS_SCALE * Math.copySign(soft, residual);
      // d(soft)/d(scaled) = scaled / (root soft), 1 at 0.
      double slope = soft < 1e-6 ? 1 : Math.abs(scaled) / (root * soft);
      for (int j = 0; j < width; j++) {
        jacobian[i][j] *= weight * slope;
      }
    }
    double[] held = parameters(prior);
    for (int j = 0; j < width; j++) {
      double strength =
          j < SPREADS.length
              ? Math.sqrt(priorWeight) * LOSS_SCALE / SPREADS[j]
              : Math.sqrt(FACTOR_WEIGHT * priorWeight) / FACTOR_SPREAD;
      values[cases.size() + j] = strength * (p[j] - held[j]);
      jacobian[cases.size() + j][j] = strength;
    }
    return new Pair<>(
        new ArrayRealVector(values, false), new Array2DRowRealMatrix(jacobian, false));
  }

  /** Δcpu of case {@code i}; its derivatives by the parameters go to {@code gradient}. */
  private double increase(int i, double[] p, double[] gradient) {
    int cores = cases.get(i).load().node().cores();
    double k = (double) cores / profiles.cores();
    double demandScale = p[0] * Math.pow(k, p[1]);
    double requestScale = p[2] * Math.pow(k, p[3]);
    double own = 0;
    double requests = 0;
    double requestsByPower = 0;
    for (int j = 0; j < active[i].length; j++) {
      double factor = Math.exp(p[SPREADS.length + active[i][j]]);
      double request = factor * Math.pow(hundreds[i][j], p[4]);
      own += factor * demand[i][j];
      requests += request;
      requestsByPower += request * Math.log(hundreds[i][j]);
    }
    double x = demandScale * own + requestScale * requests;
    double capacity = p[5] + p[6] * cores;
    boolean limited = capacity <= 20;
    capacity = Math.max(20, capacity);
    double z = x / capacity;
    double f = CpuPhysics.saturation(z, p[7]);
    // f' = (1 + z^p)^(-1/p - 1) = (f / z)^(p + 1)
    double slope = z > 0 ? Math.pow(f / z, p[7] + 1) : 1;
    double byCapacity = f - z * slope;
    gradient[0] = slope * Math.pow(k, p[1]) * own;
    gradient[1] = slope * demandScale * Math.log(k) * own;
    gradient[2] = slope * Math.pow(k, p[3]) * requests;
    gradient[3] = slope * requestScale * Math.log(k) * requests;
    gradient[4] = slope * requestScale * requestsByPower;
    gradient[5] = limited ? 0 : byCapacity;
    gradient[6] = limited ? 0 : byCapacity * cores;
    gradient[7] = z > 0 ? capacity * f * sharpnessSlope(z, p[7]) : 0;
    for (int j = 0; j < active[i].length; j++) {
      double factor = Math.exp(p[SPREADS.length + active[i][j]]);
      gradient[SPREADS.length + active[i][j]] +=
          slope
              * (demandScale * factor * demand[i][j]
                  + requestScale * factor * Math.pow(hundreds[i][j], p[4]));
    }
    return capacity * f;
  }

  /** d ln f / dp = ln(1 + z^p) / p² - z^p ln z / (p (1 + z^p)). */
  private static double sharpnessSlope(double z, double p) {
    double power = Math.pow(z, p);
    if (Double.isInfinite(power)) {
      return 0;
    }
    return Math.log1p(power) / (p * p) - power * Math.log(z) / (p * (1 + power));
  }
}
