package io.github.edgewatt.yolo.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Non-maximum suppression: of boxes of one class that overlap, the best stays.
 *
 * <p>Greedy, best score first; a box goes where its intersection over union with one that stays is
 * greater than {@code overlap}. Boxes of different classes never meet. Of equal scores the lower
 * class comes first, then the earlier in the output: the same output always gives the same list.
 */
public final class Suppression {
  /** No more detections than these are kept of one image, as in YOLOv5. */
  public static final int MOST = 1000;

  private Suppression() {}

  /**
   * What stays.
   *
   * @return indexes into the candidates, best first
   */
  static List<Integer> kept(Candidates candidates, double overlap) {
    int[] order =
        IntStream.range(0, candidates.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> -candidates.score(i))
                    .thenComparingInt(candidates::ofClass)
                    .thenComparingInt(i -> i))
            .mapToInt(i -> i)
            .toArray();
    List<Integer> kept = new ArrayList<>();
    for (int index : order) {
      if (kept.size() == MOST) {
        break;
      }
      if (stays(candidates, index, kept, overlap)) {
        kept.add(index);
      }
    }
    return kept;
  }

  private static boolean stays(
      Candidates candidates, int index, List<Integer> kept, double overlap) {
    for (int better : kept) {
      if (candidates.ofClass(better) == candidates.ofClass(index)
          && candidates.box(better).overlap(candidates.box(index)) > overlap) {
        return false;
      }
    }
    return true;
  }

  /**
   * The detections of an image.
   *
   * @param candidates boxes in the model's pixels
   * @param overlap greatest intersection over union of two of a class, 0 to 1
   * @param letterbox how the picture lay in the input
   * @param names the classes' names, by index
   * @return best first, at most {@link #MOST}, in the picture's pixels
   */
  public static List<Detection> detections(
      Candidates candidates, double overlap, Letterbox letterbox, List<String> names) {
    return kept(candidates, overlap).stream()
        .map(
            index -> {
              Box box = candidates.box(index);
              return new Detection(
                  names.get(candidates.ofClass(index)),
                  candidates.score(index),
                  new Box(
                      letterbox.pictureX(box.left()),
                      letterbox.pictureY(box.top()),
                      letterbox.pictureX(box.right()),
                      letterbox.pictureY(box.bottom())));
            })
        .toList();
  }
}
