package io.github.edgewatt.cluster.redis;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the times of samples, whose fraction telemd writes as a count of nanoseconds and whoever
 * else publishes on its channels as decimal digits.
 *
 * <p>What the digits alone tell:
 *
 * <ul>
 *   <li>nine: both meanings are the same; nine times out of ten telemd writes them, and no printer
 *       of doubles does
 *   <li>eight without a leading zero: a count; a double of today's seconds has seven at most
 *   <li>a leading zero, or more than nine: decimal; a count has neither
 * </ul>
 *
 * <p>With one to seven digits ({@code .5000000}: 5 ms or half a second) a node means what it meant
 * last when the digits told; one that never told is telemd, whose channels these are.
 */
final class TelemdClocks {
  private static final int NANO_DIGITS = 9;
  private static final int MOST_DOUBLE_DIGITS = 7;
  private static final int MOST_NODES = 10_000;

  private final Map<String, Boolean> decimal =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_NODES;
        }
      };

  /**
   * A sample's time.
   *
   * @param node who published it
   * @throws IllegalArgumentException one line where it is none
   */
  Instant at(String node, String text) {
    String fraction = EpochTime.fraction(text);
    int digits = fraction.length();
    if (digits > NANO_DIGITS || (digits > 1 && fraction.charAt(0) == '0')) {
      decimal.put(node, true);
    } else if (digits > MOST_DOUBLE_DIGITS) {
      decimal.put(node, false);
    }
    return decimal.getOrDefault(node, false) ? EpochTime.decimal(text) : EpochTime.counted(text);
  }
}
