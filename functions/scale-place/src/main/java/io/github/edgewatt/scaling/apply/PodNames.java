package io.github.edgewatt.scaling.apply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of new pods: {@code <function>-deployment-<5 hex digits>}, as others infer the function
 * from. The digits come from the decision, so that a second attempt finds what the first one made.
 */
public final class PodNames {
  private static final int DIGITS = 5;

  private PodNames() {}

  /**
   * The name for an order.
   *
   * @param clashes how many names before this one were another pod's
   */
  public static String of(Order.Create order, int clashes) {
    byte[] decision = (order.identity() + "#" + clashes).getBytes(StandardCharsets.UTF_8);
    String digits = HexFormat.of().formatHex(sha256(decision)).substring(0, DIGITS);
    return order.creation().function().replace('_', '-') + "-deployment-" + digits;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
