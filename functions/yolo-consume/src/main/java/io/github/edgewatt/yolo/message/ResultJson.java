package io.github.edgewatt.yolo.message;

import io.github.edgewatt.yolo.model.Detected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A result as it is published: the fields of both generations of the testbed in their order, then
 * ours. All times are milliseconds; {@code end_time} is when the image was taken up, as published,
 * and {@code finish_time} when it was done.
 */
public final class ResultJson {
  private final String source;
  private final String model;
  private final List<Integer> dimensions;

  /**
   * @param source who results come from
   * @param model the model's name
   * @param dimensions its input shape
   */
  public ResultJson(String source, String model, int[] dimensions) {
    this.source = source;
    this.model = model;
    this.dimensions = DetectionsJson.dimensions(dimensions);
  }

  /** The message of one image. {@code queue} is negative where the sender's clock is ahead. */
  public byte[] bytes(Image image, Moments moments, Detected detected) {
    Map<String, Object> timestamps = new LinkedHashMap<>();
    timestamps.put("idle", Figures.millis(moments.idleMillis()));
    DetectionsJson.addTimes(timestamps, detected);
    timestamps.put("queue", moments.receivedMillis() - image.sentMillis());
    timestamps.put("start_time", image.sentMillis());
    timestamps.put("end_time", moments.receivedMillis());
    timestamps.put("receive_time", moments.receivedMillis());
    timestamps.put("finish_time", moments.finishedMillis());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("timestamps", timestamps);
    result.put("source", source);
    result.put("model", model);
    result.put("dimensions", dimensions);
    result.put("id", image.id());
    result.put("errors", List.of());
    result.put("detections", DetectionsJson.list(detected));
    result.put("width", detected.width());
    result.put("height", detected.height());
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("topic", image.topic());
    input.put("partition", image.partition());
    input.put("offset", image.offset());
    result.put("input", input);
    return Json.bytes(result);
  }
}
