package io.github.edgewatt.yolo.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.edgewatt.yolo.detect.Layout;
import io.github.edgewatt.yolo.detect.Layouts;
import io.github.edgewatt.yolo.detect.Letterbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An opened model whose input, output and family are known.
 *
 * @param session the runtime's
 * @param input the input, all dimensions known
 * @param output the output that holds the boxes, all dimensions known
 * @param layout how it is asked
 */
record Model(OrtSession session, TensorShape input, TensorShape output, Layout layout) {
  private static final int SIDE = 640;

  /**
   * Finds out how an opened model is asked.
   *
   * @param what the model's file, for people
   * @param side of a square input where the model leaves it open
   * @param named how many class names were given
   * @throws IllegalArgumentException where it is of no known family
   */
  static Model of(OrtSession session, String what, OptionalInt side, OptionalInt named)
      throws OrtException {
    TensorShape input = input(session, what, side.orElse(SIDE));
    int height = (int) input.dimensions()[2];
    int width = (int) input.dimensions()[3];
    List<TensorShape> outputs = outputs(session, input);
    for (TensorShape output : outputs) {
      Optional<Layout> layout = Layouts.of(output.dimensions(), width, height, named);
      if (layout.isPresent()) {
        return new Model(session, input, output, layout.get());
      }
    }
    String shapes = String.join(" and ", outputs.stream().map(TensorShape::text).toList());
    throw new IllegalArgumentException(
        "%s has an unknown head: output %s for input %s; known are YOLOX (undecoded), YOLOv5, YOLOv8 and FastestDet"
            .formatted(what, shapes.isEmpty() ? "without floats" : shapes, input.text()));
  }

  /** Where a picture lies in the input. */
  Letterbox letterbox(int width, int height) {
    long[] shape = input.dimensions();
    return Letterbox.of(layout.fit(), width, height, (int) shape[3], (int) shape[2]);
  }

  private static TensorShape input(OrtSession session, String what, int side) throws OrtException {
    List<TensorShape> inputs =
        session.getInputInfo().entrySet().stream()
            .flatMap(e -> TensorShape.of(e).stream())
            .toList();
    if (session.getNumInputs() != 1 || inputs.size() != 1) {
      throw new IllegalArgumentException(
          what + " has " + session.getNumInputs() + " inputs; one of floats is wanted");
    }
    TensorShape declared = inputs.get(0);
    long[] shape = declared.dimensions();
    if (shape.length != 4 || Math.max(1, shape[0]) != 1 || (shape[1] > 0 && shape[1] != 3)) {
      throw new IllegalArgumentException(
          what + " wants an input of " + declared.text() + ", not one picture [1, 3, h, w]");
    }
    shape[0] = 1;
    shape[1] = 3;
    shape[2] = shape[2] > 0 ? shape[2] : side;
    shape[3] = shape[3] > 0 ? shape[3] : side;
    return declared.with(shape);
  }

  /** All outputs of floats, their shapes as declared, or as one run shows where that is open. */
  private static List<TensorShape> outputs(OrtSession session, TensorShape input)
      throws OrtException {
    List<TensorShape> declared =
        session.getOutputInfo().entrySet().stream()
            .flatMap(e -> TensorShape.of(e).stream())
            .toList();
    if (declared.stream().allMatch(TensorShape::known)) {
      return declared;
    }
    List<TensorShape> seen = new ArrayList<>();
    try (Slot zeros = new Slot(input);
        OrtSession.Result result = session.run(Map.of(input.name(), zeros.tensor()))) {
      for (TensorShape output : declared) {
        OnnxTensor tensor = (OnnxTensor) result.get(output.name()).orElseThrow();
        seen.add(output.with(tensor.getInfo().getShape()));
      }
    }
    return seen;
  }
}
