package io.github.edgewatt.yolo.detect;

/**
 * Everything a model family wants to be asked like: how a picture goes in, how boxes come out.
 *
 * @param family the family's name, for people
 * @param fit how a picture gets into the input
 * @param blueFirst whether planes are blue, green, red instead of red, green, blue
 * @param divisor what values of 0 to 255 are divided by
 * @param score least score unless told otherwise
 * @param classes number of classes
 * @param head reads the output
 */
public record Layout(
    String family,
    Fit fit,
    boolean blueFirst,
    float divisor,
    double score,
    int classes,
    Head head) {
  /** What a letterbox's margins are filled with, of 255: all families' training did so. */
  public static final int MARGIN = 114;

  /** Greatest overlap of two boxes of one class unless told otherwise. */
  public static final double OVERLAP = 0.45;
}
