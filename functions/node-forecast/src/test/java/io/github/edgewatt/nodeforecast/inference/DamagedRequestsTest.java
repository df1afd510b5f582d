package io.github.edgewatt.nodeforecast.inference;

import static io.github.edgewatt.nodeforecast.Calls.binary;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.nodeforecast.Shelves;
import io.github.edgewatt.nodeforecast.TestModels;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedRequestsTest {
  private static final Protocol SERVED =
      new InferenceProtocol(Shelves.of(Map.of("light", TestModels.light())), "1.2.3");

  /** Whatever bytes come, the answer is a refusal or an answer. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void survivesDamagedRequests(long seed) {
    Random random = new Random(seed);
    byte[] whole =
        ("{\"id\":\"x\",\"inputs\":[{\"name\":\"rates\",\"datatype\":\"FP64\",\"shape\":[1,2],"
                + "\"parameters\":{\"binary_data_size\":16}}]}0123456789abcdef")
            .getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(3));
      for (int j = random.nextInt(4); j > 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        int length = whole.length - 16 + random.nextInt(2);
        assertThat(SERVED.answer(binary("/v2/models/light/infer", length, damaged)).status())
            .isEqualTo(200);
      } catch (Refused e) {
        refused++;
        assertThat(e.status()).isEqualTo(400);
      }
    }
    assertThat(refused).isBetween(500, 2_000);
  }
}
