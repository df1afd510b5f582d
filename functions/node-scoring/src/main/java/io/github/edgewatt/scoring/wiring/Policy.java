package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.scoring.score.PolicyWeights;
import io.github.edgewatt.scoring.score.power.PowerMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A policy as callers write it.
 *
 * @param weights how much each counts
 * @param mode the rules of {@code power}
 */
public record Policy(PolicyWeights weights, PowerMode mode) {
  private static final Map<String, PowerMode> MODES =
      Map.of("power", PowerMode.WATTS, "wao-v1", PowerMode.WAO_V1, "wao-v2", PowerMode.WAO_V2);
  private static final int PARTS = 3;

  /**
   * Reads {@code power}, {@code wao-v2=2,fpga=1}, ….
   *
   * @throws IllegalArgumentException one line where it cannot be read
   */
  public static Policy parse(String text) {
    PowerMode mode = PowerMode.WATTS;
    boolean moded = false;
    List<String> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] sides = part.strip().split("=", 2);
      PowerMode named = MODES.get(sides[0].strip());
      if (named == null && !sides[0].strip().equals("fpga")) {
        throw new IllegalArgumentException(
            "no policy '" + sides[0].strip() + "': power, wao-v1, wao-v2, fpga, or power=1,fpga=1");
      }
      if (named != null && moded) {
        throw new IllegalArgumentException("more than one of power, wao-v1 and wao-v2: " + text);
      }
      mode = named == null ? mode : named;
      moded |= named != null;
      String weight = sides.length == 1 ? "" : "=" + sides[1];
      parts.add((named == null ? "fpga" : "power") + weight);
    }
    return new Policy(PolicyWeights.parse(String.join(",", parts)), mode);
  }

  /**
   * Reads {@code 2/2/1}: usage, reconfiguration, bitstream.
   *
   * @throws IllegalArgumentException one line where it cannot be read
   */
  public static double[] weights(String text) {
    String[] parts = text.split("/", -1);
    double[] weights = new double[PARTS];
    boolean good = parts.length == PARTS;
    for (int i = 0; good && i < PARTS; i++) {
      try {
        weights[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        good = false;
      }
      good &= weights[i] >= 0 && Double.isFinite(weights[i]);
    }
    if (!good) {
      throw new IllegalArgumentException(
          "weights are three numbers of 0 or more as 2/2/1 (usage, reconfiguration, bitstream),"
              + " not '"
              + text
              + "'");
    }
    return weights;
  }
}
