package io.github.edgewatt.scoring.power.curve;

import java.util.ArrayList;
import java.util.List;

/**
 * The rising line closest to points by weighted squares: pool adjacent violators (Ayer et al.,
 * 1955). Neighbours that fall are pooled into one point at their mean until none falls.
 */
final class MonotoneFit {
  /** A point and how many it stands for. */
  record Point(double x, double y, double weight) {
    private Point pooledWith(Point next) {
      double sum = weight + next.weight;
      return new Point(
          (x * weight + next.x * next.weight) / sum,
          (y * weight + next.y * next.weight) / sum,
          sum);
    }
  }

  private MonotoneFit() {}

  /** The line through what {@code points}, by rising x, are pooled to; its y rises strictly. */
  static List<Point> of(List<Point> points) {
    List<Point> pooled = new ArrayList<>();
    for (Point point : points) {
      Point last = point;
      while (!pooled.isEmpty() && pooled.get(pooled.size() - 1).y() >= last.y()) {
        last = pooled.remove(pooled.size() - 1).pooledWith(last);
      }
      pooled.add(last);
    }
    return pooled;
  }
}
