package io.github.edgewatt.yolo.model;

import ai.onnxruntime.OrtException;

/** Input and output memory of one image on its way; one for each thread that is at it. */
record Workspace(Slot input, Slot output) implements AutoCloseable {
  static Workspace of(TensorShape in, TensorShape out) throws OrtException {
    Slot input = new Slot(in);
    try {
      return new Workspace(input, new Slot(out));
    } catch (OrtException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  @Override
  public void close() {
    input.close();
    output.close();
  }
}
