package io.github.edgewatt.benchmarks.osmotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodQueueTest {
  @ParameterizedTest
  @CsvSource({"1, 10", "5, 10", "9, 10", "30, 40"})
  void isAnEndlessMm1QueueWhereTheBoundIsFar(double arrivals, double rate) {
    PodQueue queue = PodQueue.of(arrivals, rate, 100_000);
    assertThat(queue.lossShare()).isCloseTo(0, within(1e-12));
    assertThat(queue.responseSeconds()).isCloseTo(1 / (rate - arrivals), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.2, 1", "0.8, 3", "0.99, 5", "1, 4", "1.01, 5", "1.5, 10", "4, 2", "20, 100"})
  void agreesWithTheStatesSummedUp(double rho, int most) {
    double sum = 0;
    double mean = 0;
    for (int n = 0; n <= most; n++) {
      sum += Math.pow(rho, n - most);
      mean += n * Math.pow(rho, n - most);
    }
    double loss = 1 / sum;
    PodQueue queue = PodQueue.of(rho * 10, 10, most);
    assertThat(queue.lossShare()).isCloseTo(loss, within(1e-9));
    assertThat(queue.responseSeconds())
        .isCloseTo(mean / sum / (rho * 10 * (1 - loss)), within(1e-6));
  }

  @Test
  void oneThatHoldsASingleRequestLosesByErlang() {
    PodQueue queue = PodQueue.of(10, 10, 1);
    assertThat(queue.lossShare()).isCloseTo(0.5, within(1e-9));
    assertThat(queue.responseSeconds()).isCloseTo(0.1, within(1e-6));
  }

  @Test
  void servesALoneRequestAtOnceAndNoneWithoutCpu() {
    assertThat(PodQueue.of(0, 20, 100)).isEqualTo(new PodQueue(0, 0.05));
    assertThat(PodQueue.of(5, 0, 100).lossShare()).isEqualTo(1);
    assertThat(PodQueue.of(5, -1, 100).responseSeconds()).isNaN();
  }

  @Test
  void losesWhatIsMoreThanItCanServe() {
    PodQueue queue = PodQueue.of(100, 10, 100);
    assertThat(100 * (1 - queue.lossShare())).isCloseTo(10, within(1e-6));
    assertThat(queue.responseSeconds()).isCloseTo(10, within(0.02));
  }
}
