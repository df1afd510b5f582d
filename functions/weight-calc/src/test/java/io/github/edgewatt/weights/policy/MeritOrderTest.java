package io.github.edgewatt.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeritOrderTest {
  @ParameterizedTest
  @CsvSource({
    // Two rooms of 4, the second at twice the price: it is used once half of the first is.
    "1, 1, 0",
    "2, 2, 0",
    "3, 2.333, 0.667",
    "5, 3, 2",
  })
  void theCheaperFillsFirst(double amount, double first, double second) {
    double[] split = MeritOrder.fill(new double[] {4, 4}, new double[] {1, 2}, amount);

    assertThat(split[0]).isCloseTo(first, within(0.001));
    assertThat(split[1]).isCloseTo(second, within(0.001));
    assertThat(split[0] + split[1]).isCloseTo(amount, within(1e-9));
    assertThat(split[0]).isGreaterThanOrEqualTo(split[1]);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void usedRoomsHaveOnePriceAndNoOtherIsCheaper(long seed) {
    Random random = new Random(seed);
    double[] rooms = random.doubles(1 + random.nextInt(20), 0, 4).toArray();
    double[] costs = random.doubles(rooms.length, 0.5, 5).toArray();
    double amount = Arrays.stream(rooms).sum() * random.nextDouble();
    double[] split = MeritOrder.fill(rooms, costs, amount);

    assertThat(Arrays.stream(split).sum()).isCloseTo(amount, within(1e-9));
    double price = 0;
    for (int i = 0; i < split.length; i++) {
      assertThat(split[i]).isBetween(0.0, rooms[i]);
      price = split[i] > 0 ? Math.max(price, costs[i] / (1 - split[i] / rooms[i])) : price;
    }
    for (int i = 0; i < split.length; i++) {
      if (split[i] > 0) {
        assertThat(costs[i] / (1 - split[i] / rooms[i])).isCloseTo(price, within(price * 1e-6));
      } else {
        assertThat(costs[i]).isGreaterThanOrEqualTo(price * (1 - 1e-6));
      }
    }
  }
}
