package io.github.edgewatt.yolo.model;

import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Keeps what a reader only warns of. The JDK's JPEG reader fills the rest of a torn image with grey
 * and goes on; half a picture is not what was sent.
 */
final class TornWarnings implements IIOReadWarningListener {
  private String first;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    if (first == null && warning != null) {
      first = warning.strip();
    }
  }

  /** The first warning, if there was one. */
  Optional<String> first() {
    return Optional.ofNullable(first);
  }
}
