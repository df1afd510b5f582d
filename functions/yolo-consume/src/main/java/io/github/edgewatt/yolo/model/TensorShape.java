package io.github.edgewatt.yolo.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * One of a model's inputs or outputs.
 *
 * @param name its name in the graph
 * @param half whether its numbers are of 16 bits
 * @param dimensions its shape; -1 where the model leaves it open
 */
record TensorShape(String name, boolean half, long[] dimensions) {
  TensorShape {
    dimensions = dimensions.clone();
  }

  @Override
  public long[] dimensions() {
    return dimensions.clone();
  }

  /** The tensor of that name; nothing where it holds anything but floats of 32 or 16 bits. */
  static Optional<TensorShape> of(Map.Entry<String, NodeInfo> entry) {
    if (!(entry.getValue().getInfo() instanceof TensorInfo info)) {
      return Optional.empty();
    }
    if (info.type != OnnxJavaType.FLOAT && info.type != OnnxJavaType.FLOAT16) {
      return Optional.empty();
    }
    return Optional.of(
        new TensorShape(entry.getKey(), info.type == OnnxJavaType.FLOAT16, info.getShape()));
  }

  TensorShape with(long[] known) {
    return new TensorShape(name, half, known);
  }

  /** Whether every dimension is known. */
  boolean known() {
    return Arrays.stream(dimensions).allMatch(d -> d > 0);
  }

  /** How many numbers it holds. */
  int elements() {
    return Math.toIntExact(Arrays.stream(dimensions).reduce(1, Math::multiplyExact));
  }

  /** As it is told to people: {@code [1, 3, 416, 416]}. */
  String text() {
    return Arrays.toString(dimensions);
  }
}
