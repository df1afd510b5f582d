package io.github.edgewatt.yolo.detect;

import java.nio.FloatBuffer;

/** Reads one model family's output: numbers in, boxes in the model's pixels out. Keeps no state. */
public interface Head {
  /**
   * Collects every box whose score is at least what the candidates ask for.
   *
   * @param output the model's output for one image, in the order of its shape
   * @param into where boxes go, in pixels of the model's input
   */
  void read(FloatBuffer output, Candidates into);
}
