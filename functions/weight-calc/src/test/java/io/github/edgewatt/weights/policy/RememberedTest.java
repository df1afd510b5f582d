package io.github.edgewatt.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.weights.policy.WeightMemory.ResponseTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private static final PolicySettings STEEP = PolicySettings.of("least-response-time");

  private static TestCluster cluster(Random random) {
    TestCluster cluster = new TestCluster();
    for (int z = 0; z < 4; z++) {
      String zone = "z" + z;
      cluster.gateway(zone).node("n" + z, zone, 4, 0.5);
      for (int i = 0; i < 8; i++) {
        String pod = "p" + z + "-" + i;
        if (random.nextInt(5) > 0) {
          cluster.pod(pod, "f" + i % 3, zone, "n" + z, 0.1);
          String from = "z" + random.nextInt(4);
          cluster.trace(random.nextInt(10), "f" + i % 3, from, zone, pod, random.nextDouble());
        }
      }
    }
    return cluster;
  }

  @Test
  void arraysAreTheMapTheyWereMadeOf() {
    ResponseTime one = new ResponseTime(0.1, TestCluster.NOW);
    ResponseTime other = new ResponseTime(0.2, TestCluster.NOW);
    Map<String, ResponseTime> times =
        Map.of("f a 10.0.0.1:80", one, "g b fd00::1:80", other, "f b 10.0.0.1:80", other);
    Map<String, ResponseTime> withNonsense = new HashMap<>(times);
    withNonsense.put("f", one);

    assertThat(Remembered.of(withNonsense)).isEqualTo(times).hasSize(3);
    assertThat(Remembered.of(times).entrySet()).isEqualTo(times.entrySet());
    assertThat(Remembered.of(Map.of())).isEmpty();
  }

  @Test
  void whetherItIsKeptAsArraysOrAsNamesChangesNoWeight() {
    for (long seed = 0; seed < 20; seed++) {
      WeightMemory arrays = cluster(new Random(seed)).weigh(STEEP).memory();
      WeightMemory names = new WeightMemory(new HashMap<>(arrays.responseTimes()));
      TestCluster next = cluster(new Random(100 + seed));

      assertThat(arrays.responseTimes()).isNotEmpty().isInstanceOf(Remembered.class);
      assertThat(names).isEqualTo(arrays);
      assertThat(next.weigh(STEEP, arrays)).isEqualTo(next.weigh(STEEP, names));
    }
  }
}
