package io.github.edgewatt.yolo.consume;

import io.github.edgewatt.yolo.model.BadImageException;
import io.github.edgewatt.yolo.model.Detected;
import io.github.edgewatt.yolo.model.ObjectDetector;
import org.jboss.logging.Logger;

/**
 * Looks at an image: what is wrong with the image is said at once, what is wrong with the runtime
 * is tried again a few times.
 */
final class Examiner {
  private static final Logger LOG = Logger.getLogger(Examiner.class);
  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 200;

  private final ObjectDetector detector;
  private final Pause pause;

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  /** What came of it: {@code detected}, or null and the {@code reason}. */
  record Outcome(Detected detected, String reason) {}

  Examiner(ObjectDetector detector, Pause pause) {
    this.detector = detector;
    this.pause = pause;
  }

  Outcome examine(byte[] image) throws InterruptedException {
    if (image == null || image.length == 0) {
      return new Outcome(null, "the message is empty");
    }
    String reason = "";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        return new Outcome(detector.detect(image), null);
      } catch (BadImageException e) {
        return new Outcome(null, e.getMessage());
      } catch (OutOfMemoryError e) {
        // The heap is back once the image is let go; it is no reason to die again and again.
        reason = "it takes more memory than there is";
      } catch (RuntimeException e) {
        reason = "the model's runtime failed: " + Trouble.reason(e);
      }
      LOG.warnf("attempt %d of %d: %s", attempt, TRIES, reason);
      pause.millis(PAUSE_MILLIS * attempt);
    }
    return new Outcome(null, reason + " (" + TRIES + " times)");
  }
}
