package io.github.edgewatt.weights.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Arrays full of one weight, one for each length: nobody may write to them. */
final class Constant {
  private final int weight;
  private final Map<Integer, int[]> byLength = new ConcurrentHashMap<>();

  Constant(int weight) {
    this.weight = weight;
  }

  int[] of(int length) {
    return byLength.computeIfAbsent(
        length,
        size -> {
          int[] weights = new int[size];
          Arrays.fill(weights, weight);
          return weights;
        });
  }
}
