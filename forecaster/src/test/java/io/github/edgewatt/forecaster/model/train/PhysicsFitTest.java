package io.github.edgewatt.forecaster.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhysicsFitTest {
  private static final Profiles PROFILES = SyntheticMixes.profiles();
  private static final double WEAK = 1e-4;

  private static List<PhysicsFit.Case> cases(double noise, int configurations) {
    SyntheticMixes mixes = new SyntheticMixes(7, noise);
    List<PhysicsFit.Case> cases = new ArrayList<>();
    for (NodeType node : List.of(SyntheticMixes.LIGHT, SyntheticMixes.MID, SyntheticMixes.HEAVY)) {
      List<Observation> all =
          SyntheticMixes.observations(
              node, mixes.mixes(node, configurations, 1, "ant", "bee", "cat", "dog"));
      for (Observation one : all) {
        cases.add(new PhysicsFit.Case(one.load(), one.increase(Target.CPU), 1));
      }
    }
    return cases;
  }

  @Test
  void recoversWhatMadeTheMeasurements() {
    CpuPhysics fitted = PhysicsFit.fit(cases(0, 120), PROFILES, CpuPhysics.PRIOR, WEAK);
    CpuPhysics truth = SyntheticMixes.TRUTH;
    assertThat(fitted.demandScale()).isCloseTo(truth.demandScale(), within(.03));
    assertThat(fitted.demandCores()).isCloseTo(truth.demandCores(), within(.03));
    assertThat(fitted.requestCost()).isCloseTo(truth.requestCost(), within(1.0));
    assertThat(fitted.requestCores()).isCloseTo(truth.requestCores(), within(.05));
    assertThat(fitted.requestPower()).isCloseTo(truth.requestPower(), within(.05));
    assertThat(fitted.capacityBase()).isCloseTo(truth.capacityBase(), within(1.0));
    assertThat(fitted.capacityPerCore()).isCloseTo(truth.capacityPerCore(), within(.5));
    assertThat(fitted.sharpness()).isCloseTo(truth.sharpness(), within(.1));
    fitted.factors().values().forEach(factor -> assertThat(factor).isCloseTo(1, within(.03)));
  }

  @Test
  void forecastsThroughNoise() {
    CpuPhysics fitted = PhysicsFit.fit(cases(8, 60), PROFILES, CpuPhysics.PRIOR, 1);
    for (PhysicsFit.Case one : cases(0, 20)) {
      NodeType node = one.load().node();
      double demand = fitted.demandPercent(node, one.load().rates(), PROFILES);
      assertThat(fitted.increasePercent(node, demand))
          .isCloseTo(one.increasePercent(), within(12.));
    }
  }

  @Test
  void aStrongPriorHolds() {
    CpuPhysics fitted = PhysicsFit.fit(cases(0, 5), PROFILES, CpuPhysics.PRIOR, 1e9);
    assertThat(fitted.demandScale()).isCloseTo(1, within(1e-3));
    assertThat(fitted.capacityPerCore()).isCloseTo(65, within(1e-2));
  }

  @Test
  void nothingMeasuredLeavesThePrior() {
    assertThat(PhysicsFit.fit(List.of(), PROFILES, CpuPhysics.PRIOR, 1)).isSameAs(CpuPhysics.PRIOR);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void derivativesAreThoseOfFiniteDifferences(long seed) {
    List<String> functions = List.of("ant", "bee", "cat", "dog");
    PhysicsFit fit = new PhysicsFit(cases(5, 6), PROFILES, CpuPhysics.PRIOR, 1, functions);
    double[] at =
        fit.parameters(
            new CpuPhysics(
                1.2, .2, 25, .8, .6, 10, 50, 2.2, Map.of("ant", 1.1, "bee", .8, "dog", 1.3)));
    java.util.Random random = new java.util.Random(seed);
    for (int i = 0; i < at.length; i++) {
      at[i] *= 1 + .1 * random.nextGaussian();
    }
    Pair<RealVector, RealMatrix> there = fit.residuals(new ArrayRealVector(at));
    for (int j = 0; j < at.length; j++) {
      double step = 1e-6 * Math.max(1, Math.abs(at[j]));
      double[] up = at.clone();
      up[j] += step;
      double[] down = at.clone();
      down[j] -= step;
      RealVector above = fit.residuals(new ArrayRealVector(up)).getFirst();
      RealVector below = fit.residuals(new ArrayRealVector(down)).getFirst();
      for (int i = 0; i < above.getDimension(); i++) {
        double numeric = (above.getEntry(i) - below.getEntry(i)) / (2 * step);
        assertThat(there.getSecond().getEntry(i, j))
            .as("residual %d by parameter %d", i, j)
            .isCloseTo(numeric, within(1e-4 * Math.max(1, Math.abs(numeric))));
      }
    }
  }
}
