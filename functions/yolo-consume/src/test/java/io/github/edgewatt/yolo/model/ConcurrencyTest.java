package io.github.edgewatt.yolo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final int THREADS = 4;
  private static final int IMAGES = 24;

  @Test
  void threadsAtOnceFindWhatOneFinds() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (OnnxDetector detector = OnnxDetector.open(ModelSettings.of("tiny"))) {
      List<byte[]> images = new ArrayList<>();
      List<Object> alone = new ArrayList<>();
      for (int i = 0; i < IMAGES; i++) {
        var picture = Drawn.square(Drawn.grey(320, 200 + i), Color.BLUE, 8 * i, 40, 24);
        images.add(Drawn.encoded(picture, "png"));
        alone.add(detector.detect(images.get(i)).detections());
      }
      List<Future<Object>> together = new ArrayList<>();
      for (byte[] image : images) {
        together.add(threads.submit(() -> detector.detect(image).detections()));
      }
      for (int i = 0; i < IMAGES; i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
