package io.github.edgewatt.yolo.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Which model, and how it is asked.
 *
 * @param model {@code YOLO_MODEL}: path of an ONNX file, or {@code synthetic:<GFLOPs>} for a
 *     generated one of that cost, or {@code tiny} for one that finds coloured squares
 * @param classes {@code YOLO_CLASSES}: a file with one class name a line; absent: COCO's 80 where
 *     the model has 80, numbers elsewhere
 * @param resolution {@code RESOLUTION}: side of the model's square input where it leaves the choice
 *     (dynamic shapes, synthetic models); absent: the model's own, or 640
 * @param threads {@code YOLO_THREADS}: threads of the runtime for one image, at least 1
 * @param score {@code YOLO_SCORE}: least score; absent: the layout's own
 * @param overlap {@code YOLO_IOU}: greatest overlap of two boxes of a class; absent: .45
 * @param maxPixels {@code YOLO_MAX_PIXELS}: images of more pixels are refused unseen
 */
public record ModelSettings(
    String model,
    Optional<Path> classes,
    OptionalInt resolution,
    int threads,
    OptionalDouble score,
    OptionalDouble overlap,
    long maxPixels) {
  /** Images of more pixels are refused unless told otherwise. */
  public static final long MAX_PIXELS = 50_000_000;

  /** A model with everything else as it is by default. */
  public static ModelSettings of(String model) {
    return new ModelSettings(
        model,
        Optional.empty(),
        OptionalInt.empty(),
        1,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        MAX_PIXELS);
  }
}
