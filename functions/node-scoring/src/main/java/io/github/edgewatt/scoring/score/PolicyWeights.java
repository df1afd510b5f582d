package io.github.edgewatt.scoring.score;

/**
 * How much each policy counts; one of weight 0 is not asked. At least one is above 0.
 *
 * @param power of the increase in watts
 * @param fpga of the FPGA rank
 */
public record PolicyWeights(double power, double fpga) {
  /** Both alike. */
  public static final PolicyWeights EQUAL = new PolicyWeights(1, 1);

  public PolicyWeights {
    if (!(power >= 0 && fpga >= 0 && power + fpga > 0 && Double.isFinite(power + fpga))) {
      throw new IllegalArgumentException(
          "weights of policies are at least 0, and one is above 0, not power="
              + power
              + ",fpga="
              + fpga);
    }
  }

  /**
   * Reads {@code power=1,fpga=2}; a policy that is not named has weight 0, and one without {@code
   * =} weight 1.
   *
   * @throws IllegalArgumentException one line where it cannot be read
   */
  public static PolicyWeights parse(String text) {
    double power = 0;
    double fpga = 0;
    for (String part : text.split(",", -1)) {
      String[] sides = part.strip().split("=", 2);
      double weight = sides.length == 1 ? 1 : number(part, sides[1]);
      switch (sides[0].strip()) {
        case "power" -> power = weight;
        case "fpga" -> fpga = weight;
        default ->
            throw new IllegalArgumentException(
                "unknown policy " + part.strip() + ": power=1,fpga=1 names both");
      }
    }
    return new PolicyWeights(power, fpga);
  }

  private static double number(String part, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no number in " + part.strip(), e);
    }
  }
}
