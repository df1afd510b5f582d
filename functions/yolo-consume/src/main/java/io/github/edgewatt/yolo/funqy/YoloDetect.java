package io.github.edgewatt.yolo.funqy;

import io.github.edgewatt.yolo.message.DetectionsJson;
import io.github.edgewatt.yolo.metrics.YoloMeters;
import io.github.edgewatt.yolo.model.BadImageException;
import io.github.edgewatt.yolo.model.Detected;
import io.github.edgewatt.yolo.model.ObjectDetector;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Map;

/**
 * Looks at an image of a caller. Over HTTP it is a route of ours, {@code POST /yoloDetect}, as
 * Funqy's own answers every mistake with 500.
 */
@Singleton
public class YoloDetect {
  /** The function's name. */
  public static final String NAME = "yoloDetect";

  private final ObjectDetector detector;
  private final YoloMeters meters;

  @Inject
  public YoloDetect(ObjectDetector detector, YoloMeters meters) {
    this.detector = detector;
    this.meters = meters;
  }

  /**
   * Finds objects in an image.
   *
   * @throws BadImageException where there is none, or it is no base64 or no image
   */
  @Funq(NAME)
  public Map<String, Object> yoloDetect(ImageQuestion question) throws BadImageException {
    if (question == null || question.image() == null || question.image().isBlank()) {
      throw new BadImageException("image is missing: the image's bytes in base64");
    }
    return look(bytes(question.image()));
  }

  private static byte[] bytes(String text) throws BadImageException {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BadImageException("image is no base64: " + e.getMessage(), e);
    }
    if (bytes.length == 0) {
      // What is none of its characters is passed over, as line breaks are.
      throw new BadImageException("image is no base64: no byte is left of it");
    }
    return bytes;
  }

  /** Finds objects in an encoded image. */
  public Map<String, Object> look(byte[] image) throws BadImageException {
    meters.received();
    Detected detected = detector.detect(image);
    meters.detected(detected);
    return DetectionsJson.answer(detector.name(), detector.dimensions(), detected);
  }
}
