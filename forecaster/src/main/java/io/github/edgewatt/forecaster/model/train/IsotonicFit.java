package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.model.MonotoneMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Isotonic regression by pooling adjacent violators (Barlow and others, 1972): the rising step
 * function nearest to the outcomes, joined linearly between its steps' middles. A small share of
 * the score itself is mixed in, so that loads the steps do not distinguish keep their order.
 */
final class IsotonicFit {
  /** How much of a probability is the score itself. */
  private static final double ORDER = 0.05;

  private IsotonicFit() {}

  private record Block(double score, double outcome, double weight) {
    Block join(Block other) {
      double both = weight + other.weight;
      return new Block(
          (score * weight + other.score * other.weight) / both,
          (outcome * weight + other.outcome * other.weight) / both,
          both);
    }
  }

  /**
   * Scores to probabilities; {@link MonotoneMap#IDENTITY} where nothing distinguishes the scores.
   *
   * @param scores 0 to 1
   * @param outcomes 0 to 1
   */
  static MonotoneMap fit(double[] scores, double[] outcomes) {
    Deque<Block> blocks = new ArrayDeque<>();
    IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> scores[i]))
        .forEach(
            i -> {
              Block block = new Block(scores[i], outcomes[i], 1);
              while (!blocks.isEmpty()
                  && (blocks.getLast().outcome() >= block.outcome()
                      || blocks.getLast().score() >= block.score())) {
                block = blocks.removeLast().join(block);
              }
              blocks.addLast(block);
            });
    if (blocks.size() < 2) {
      return MonotoneMap.IDENTITY;
    }
    List<Block> steps = new ArrayList<>(blocks);
    if (blocks.getFirst().score() > 0) {
      steps.add(0, new Block(0, blocks.getFirst().outcome(), 1));
    }
    if (blocks.getLast().score() < 1) {
      steps.add(new Block(1, blocks.getLast().outcome(), 1));
    }
    return new MonotoneMap(
        steps.stream().mapToDouble(Block::score).toArray(),
        steps.stream()
            .mapToDouble(step -> (1 - ORDER) * step.outcome() + ORDER * step.score())
            .toArray());
  }
}
