package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.feature.Target;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A model fitted to a kind of node it was not trained on, from a few configurations measured there:
 * the CPU by the physics with parameters of its own, the other targets by the trained learners
 * times a factor.
 *
 * @param configurations how many it was fitted to
 * @param physics the physics of that kind of node
 * @param cpu intervals of the physics' forecasts
 * @param factors what to multiply a target's forecast increase by; absent targets are not adapted
 * @param widening what to multiply the other targets' interval widths by, 1 or more
 */
public record Adaptation(
    int configurations,
    CpuPhysics physics,
    IntervalScale cpu,
    Map<Target, Double> factors,
    double widening) {
  public Adaptation {
    EnumMap<Target, Double> copy = new EnumMap<>(Target.class);
    copy.putAll(factors);
    factors = Collections.unmodifiableMap(copy);
  }
}
