package io.github.edgewatt.nodeforecast.tensor;

/** What a tensor's elements are, under the names of the two protocols. */
public enum Datatype {
  FP32("DT_FLOAT", Float.BYTES),
  FP64("DT_DOUBLE", Double.BYTES),
  /** Text in UTF-8. */
  BYTES("DT_STRING", 0),
  BOOL("DT_BOOL", 1);

  private final String tensorflow;
  private final int width;

  Datatype(String tensorflow, int width) {
    this.tensorflow = tensorflow;
    this.width = width;
  }

  /** TensorFlow's name. */
  public String tensorflow() {
    return tensorflow;
  }

  /** Bytes of an element; 0 for texts, which tell their own. */
  public int width() {
    return width;
  }

  /** Whether the elements are numbers. */
  public boolean floating() {
    return this == FP32 || this == FP64;
  }
}
