package io.github.edgewatt.yolo.consume;

import io.github.edgewatt.yolo.detect.Box;
import io.github.edgewatt.yolo.detect.Detection;
import io.github.edgewatt.yolo.model.BadImageException;
import io.github.edgewatt.yolo.model.Detected;
import io.github.edgewatt.yolo.model.ObjectDetector;
import java.util.List;

/** Finds a dog everywhere, unless the first byte says otherwise. */
final class FakeDetector implements ObjectDetector {
  static final byte[] GOOD = {0};
  static final byte[] BAD = {1};
  static final byte[] BROKEN = {2};
  static final byte[] HUGE = {3};

  private int failures;
  private int asked;

  /** The runtime fails so many times, and then works. */
  FakeDetector failing(int times) {
    failures = times;
    return this;
  }

  int asked() {
    return asked;
  }

  @Override
  public Detected detect(byte[] image) throws BadImageException {
    asked++;
    if (image[0] == BAD[0]) {
      throw new BadImageException("no image");
    }
    if (image[0] == HUGE[0]) {
      throw new OutOfMemoryError("as a test wants it");
    }
    if (image[0] == BROKEN[0] || failures-- > 0) {
      throw new IllegalStateException("out of order");
    }
    return new Detected(List.of(new Detection("dog", .5, new Box(0, 0, 1, 1))), 4, 3, 1, 2, 3);
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public int[] dimensions() {
    return new int[] {1, 3, 32, 32};
  }

  @Override
  public void close() {}
}
