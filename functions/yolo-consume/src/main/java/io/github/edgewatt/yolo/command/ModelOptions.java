package io.github.edgewatt.yolo.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the model; each stands before its environment variable. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "FILE|synthetic:GFLOPS",
      description = "an ONNX model's file, or a generated one of that cost (YOLO_MODEL)")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--classes",
      paramLabel = "FILE",
      description = "class names, one a line (COCO's 80 where the model has 80; YOLO_CLASSES)")
  private Optional<String> classes = Optional.empty();

  @Option(
      names = "--resolution",
      paramLabel = "PIXELS",
      description = "side of the model's input where it leaves the choice (640; RESOLUTION)")
  private Optional<String> resolution = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      description = "threads of the runtime for one image (1; YOLO_THREADS)")
  private Optional<String> threads = Optional.empty();

  @Option(
      names = "--score",
      paramLabel = "SCORE",
      description = "least score of a detection (the model's own; YOLO_SCORE)")
  private Optional<String> score = Optional.empty();

  @Option(
      names = "--iou",
      paramLabel = "SHARE",
      description = "greatest overlap of two detections of a class (0.45; YOLO_IOU)")
  private Optional<String> iou = Optional.empty();

  @Option(
      names = "--max-pixels",
      paramLabel = "COUNT",
      description = "larger images are refused (50000000; YOLO_MAX_PIXELS)")
  private Optional<String> pixels = Optional.empty();

  void into(Map<String, String> variables) {
    model.ifPresent(told -> variables.put("YOLO_MODEL", told));
    classes.ifPresent(told -> variables.put("YOLO_CLASSES", told));
    resolution.ifPresent(told -> variables.put("RESOLUTION", told));
    threads.ifPresent(told -> variables.put("YOLO_THREADS", told));
    score.ifPresent(told -> variables.put("YOLO_SCORE", told));
    iou.ifPresent(told -> variables.put("YOLO_IOU", told));
    pixels.ifPresent(told -> variables.put("YOLO_MAX_PIXELS", told));
  }
}
