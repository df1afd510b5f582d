package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.scaling.policy.ScalingPolicy;
import io.github.edgewatt.weights.policy.WeightPolicy;

/**
 * A pair of policies that steer a day.
 *
 * @param name as the tables have it
 */
record Contender(String name, WeightPolicy weights, ScalingPolicy scaling) {}
