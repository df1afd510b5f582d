package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** Numbers out of Kubernetes' quantities ({@code 250m}, {@code 16Gi}). */
final class Quantities {
  private Quantities() {}

  /**
   * The quantity of {@code name} in its base unit (cores, bytes); 0 where there is none or it is
   * negative.
   *
   * @throws IllegalArgumentException one line where it is no quantity
   */
  static double of(Map<String, Quantity> quantities, String name) {
    Quantity quantity = quantities == null ? null : quantities.get(name);
    if (quantity == null || quantity.getAmount() == null) {
      return 0;
    }
    try {
      return Math.max(0, quantity.getNumericalAmount().doubleValue());
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name
              + " "
              + quantity.getAmount()
              + String.valueOf(quantity.getFormat())
              + ": no quantity",
          e);
    }
  }
}
