package io.github.edgewatt.nodeforecast.tensor;

import java.util.List;

/**
 * Numbers, truths or texts in a shape, in row-major order.
 *
 * @param shape sizes of the dimensions, 0 and more
 * @param numbers the elements; truths are 1 and 0; empty for texts
 * @param texts the elements of {@link Datatype#BYTES}; empty for others
 */
public record Tensor(
    String name, Datatype datatype, List<Integer> shape, double[] numbers, List<String> texts) {
  public Tensor {
    shape = List.copyOf(shape);
    texts = List.copyOf(texts);
    int there = datatype == Datatype.BYTES ? texts.size() : numbers.length;
    if (there != elements(shape)) {
      throw new IllegalArgumentException(
          name + " has " + there + " elements, but its shape " + shape + " " + elements(shape));
    }
  }

  public static Tensor of(String name, Datatype datatype, List<Integer> shape, double[] numbers) {
    return new Tensor(name, datatype, shape, numbers, List.of());
  }

  public static Tensor of(String name, List<Integer> shape, List<String> texts) {
    return new Tensor(name, Datatype.BYTES, shape, new double[0], texts);
  }

  /** How many elements a shape holds. */
  public static long elements(List<Integer> shape) {
    long product = 1;
    for (int size : shape) {
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  /** The size of the first dimension: how many questions or answers it holds. */
  public int rows() {
    return shape.isEmpty() ? 1 : shape.get(0);
  }
}
