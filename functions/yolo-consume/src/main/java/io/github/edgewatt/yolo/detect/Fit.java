package io.github.edgewatt.yolo.detect;

/** How a picture of any shape gets into a model's rectangle. */
public enum Fit {
  /** Shrunk or grown alike both ways, in the top left corner; the rest is grey. YOLOX. */
  TOP_LEFT,
  /** Shrunk or grown alike both ways, in the middle; the rest is grey. YOLOv5 and later. */
  CENTRED,
  /** Stretched over all of it, whatever becomes of its proportions. FastestDet. */
  STRETCH
}
