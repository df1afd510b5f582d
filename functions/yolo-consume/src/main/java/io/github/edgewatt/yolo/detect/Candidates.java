package io.github.edgewatt.yolo.detect;

import java.util.Arrays;

/** Boxes that a head has found, in plain arrays: there may be thousands before overlaps go. */
public final class Candidates {
  private final double least;
  private int size;
  private int[] classes = new int[64];
  private double[] scores = new double[64];
  private Box[] boxes = new Box[64];

  /** Candidates whose score is at least {@code least}. */
  public Candidates(double least) {
    this.least = least;
  }

  /** The least score that is taken. */
  public double least() {
    return least;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Adds a box by its middle and size; one that is no rectangle of finite numbers is left out. */
  void add(int ofClass, double score, double x, double y, double width, double height) {
    if (score < least || !(width >= 0) || !(height >= 0)) {
      return;
    }
    if (!Double.isFinite(x + y + width + height + score)) {
      return;
    }
    if (size == scores.length) {
      classes = Arrays.copyOf(classes, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
      boxes = Arrays.copyOf(boxes, 2 * size);
    }
    classes[size] = ofClass;
    scores[size] = score;
    boxes[size++] = new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
  }

  int ofClass(int index) {
    return classes[index];
  }

  double score(int index) {
    return scores[index];
  }

  Box box(int index) {
    return boxes[index];
  }
}
