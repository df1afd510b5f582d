package io.github.edgewatt.yolo.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.yolo.detect.Box;
import io.github.edgewatt.yolo.detect.Detection;
import io.github.edgewatt.yolo.model.Detected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Detected DOG =
      new Detected(
          List.of(new Detection("dog", .85561, new Box(132.84, 206.75, 325.55, 543))),
          768,
          576,
          12.34567,
          73,
          1e-7);
  private static final ResultJson RESULTS =
      new ResultJson("10.0.0.7", "yolox_nano", new int[] {1, 3, 416, 416});

  @Test
  void aResultHasThePublishedFieldsFirstAndInTheirOrder() {
    Image image = image("17".getBytes(StandardCharsets.UTF_8));
    byte[] bytes = RESULTS.bytes(image, new Moments(3.5, 1_000_250, 1_000_336), DOG);

    assertThat(text(bytes))
        .isEqualTo(
            "{\"timestamps\":{\"idle\":3.500,\"pre\":12.346,\"inf\":73.000,\"post\":0.000,"
                + "\"queue\":250,\"start_time\":1000000,\"end_time\":1000250,"
                + "\"receive_time\":1000250,\"finish_time\":1000336},\"source\":\"10.0.0.7\","
                + "\"model\":\"yolox_nano\",\"dimensions\":[1,3,416,416],\"id\":\"17\","
                + "\"errors\":[],\"detections\":[{\"class\":\"dog\",\"score\":0.8556,"
                + "\"box\":[132.8,206.8,325.6,543.0]}],\"width\":768,\"height\":576,"
                + "\"input\":{\"topic\":\"in\",\"partition\":2,\"offset\":123}}");
  }

  @Test
  void skewedClocksAreToldAndAKeyMayBeMissing() {
    String told = text(RESULTS.bytes(image(null), new Moments(Double.NaN, 999_990, 1), DOG));

    assertThat(told).contains("\"queue\":-10,", "\"id\":null,", "\"idle\":null,");
  }

  @Test
  void anAnswerTellsTheSameToACaller() {
    assertThat(text(Json.bytes(DetectionsJson.answer("m", new int[] {1, 3, 32, 32}, DOG))))
        .startsWith("{\"model\":\"m\",\"dimensions\":[1,3,32,32],\"width\":768,\"height\":576,")
        .endsWith("\"box\":[132.8,206.8,325.6,543.0]}]}");
  }

  @Test
  void aDeadLetterSaysWhyInOneLineAndWhereFrom() {
    DeadLetter letter = DeadLetter.of(image(null), " no\n image ");

    assertThat(letter.value()).containsExactly(1, 2, 3);
    assertThat(letter.headers())
        .containsEntry("reason", "no image")
        .containsEntry("source-topic", "in")
        .containsEntry("source-partition", "2")
        .containsEntry("source-offset", "123");
    assertThat(letter.withoutBytes().value()).isNull();
    assertThat(letter.withoutBytes().reason()).isEqualTo("no image; its 3 bytes are too many here");
    assertThat(DeadLetter.of(image(null), "x".repeat(9_000)).reason()).hasSize(500);
    assertThat(DeadLetter.of(image(null), null).reason()).isEqualTo("no reason told");
  }

  private static Image image(byte[] key) {
    return new Image("in", 2, 123, key, new byte[] {1, 2, 3}, 1_000_000);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
