package io.github.edgewatt.yolo.model;

import io.github.edgewatt.yolo.detect.Detection;
import java.util.List;

/**
 * What was found in one image, and how long it took.
 *
 * @param detections best score first
 * @param width the image's width in pixels
 * @param height its height in pixels
 * @param preMillis decoding, resizing and filling the model's input, in milliseconds
 * @param inferenceMillis the model itself, in milliseconds
 * @param postMillis reading its output and suppressing overlaps, in milliseconds
 */
public record Detected(
    List<Detection> detections,
    int width,
    int height,
    double preMillis,
    double inferenceMillis,
    double postMillis) {
  public Detected {
    detections = List.copyOf(detections);
  }
}
