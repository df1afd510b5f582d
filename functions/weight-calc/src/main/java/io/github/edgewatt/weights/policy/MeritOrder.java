package io.github.edgewatt.weights.policy;

import java.util.Arrays;

/**
 * Fills rooms in the order of what they cost. One more unit in room i costs {@code c_i / (1 - x_i /
 * K_i)}: its price, divided by the part of the room that is left, as queues grow towards the end.
 * The split of an amount A that costs least has all used rooms at one price pi:
 *
 * <pre>
 * x_i = K_i max(0, 1 - c_i / pi)     pi = sum(K c) / (sum(K) - A) over the rooms with c_i &lt; pi
 * </pre>
 *
 * <p>So the cheapest room is used alone until what is left of it has become as dear as the next
 * one, and rooms of the same price are filled alike.
 */
final class MeritOrder {
  private MeritOrder() {}

  /**
   * The split of {@code amount}, of the same order as the rooms.
   *
   * @param rooms 0 or more
   * @param costs more than 0
   * @param amount less than all rooms together
   */
  static double[] fill(double[] rooms, double[] costs, double amount) {
    long[] order = new long[rooms.length];
    for (int i = 0; i < order.length; i++) {
      // The bits of positive floats rise with them; numbers are sorted faster than by a comparator.
      order[i] = (long) Float.floatToIntBits((float) costs[i]) << Integer.SIZE | i;
    }
    Arrays.sort(order);
    double room = 0;
    double roomCosts = 0;
    double price = Double.POSITIVE_INFINITY;
    for (int place = 0; place < order.length; place++) {
      int i = (int) order[place];
      if (costs[i] >= price) {
        break;
      }
      room += rooms[i];
      roomCosts += rooms[i] * costs[i];
      price = room > amount ? roomCosts / (room - amount) : Double.POSITIVE_INFINITY;
    }
    double[] split = new double[rooms.length];
    for (int i = 0; i < split.length; i++) {
      split[i] = rooms[i] * Math.max(0, 1 - costs[i] / price);
    }
    return split;
  }
}
