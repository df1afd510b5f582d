package io.github.edgewatt.yolo.message;

import io.github.edgewatt.yolo.detect.Box;
import io.github.edgewatt.yolo.detect.Detection;
import io.github.edgewatt.yolo.model.Detected;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Detections as JSON tells them. */
public final class DetectionsJson {
  private DetectionsJson() {}

  /**
   * The answer to a caller: model, dimensions, the image's size, timestamps in milliseconds,
   * detections.
   */
  public static Map<String, Object> answer(String model, int[] dimensions, Detected detected) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("model", model);
    answer.put("dimensions", dimensions(dimensions));
    answer.put("width", detected.width());
    answer.put("height", detected.height());
    Map<String, Object> timestamps = new LinkedHashMap<>();
    addTimes(timestamps, detected);
    answer.put("timestamps", timestamps);
    answer.put("detections", list(detected));
    return answer;
  }

  static void addTimes(Map<String, Object> timestamps, Detected detected) {
    timestamps.put("pre", Figures.millis(detected.preMillis()));
    timestamps.put("inf", Figures.millis(detected.inferenceMillis()));
    timestamps.put("post", Figures.millis(detected.postMillis()));
  }

  static List<Integer> dimensions(int[] dimensions) {
    return Arrays.stream(dimensions).boxed().toList();
  }

  static List<Map<String, Object>> list(Detected detected) {
    return detected.detections().stream().map(DetectionsJson::one).toList();
  }

  private static Map<String, Object> one(Detection detection) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("class", detection.name());
    one.put("score", Figures.score(detection.score()));
    Box box = detection.box();
    List<BigDecimal> sides =
        Arrays.asList(
            Figures.pixels(box.left()),
            Figures.pixels(box.top()),
            Figures.pixels(box.right()),
            Figures.pixels(box.bottom()));
    one.put("box", sides);
    return one;
  }
}
