package io.github.edgewatt.nodeforecast.tensor;

import java.util.List;

/**
 * A tensor that a model takes or gives.
 *
 * @param columns numbers a row; 0 for one value a row, of shape [n]
 * @param optional whether it may be absent; outputs never are
 * @param meaning what it holds and in which unit, for people; what each column is for inputs
 */
public record TensorSpec(
    String name, Datatype datatype, int columns, boolean optional, List<String> meaning) {
  public TensorSpec {
    meaning = List.copyOf(meaning);
  }

  static TensorSpec output(String name, Datatype datatype, String unit) {
    return new TensorSpec(name, datatype, 0, false, List.of(unit));
  }

  /** With -1 for the rows. */
  public List<Integer> shape() {
    return columns == 0 ? List.of(-1) : List.of(-1, columns);
  }

  /** Whether {@code shape} is n rows of this; one value a row may also stand in rows of one. */
  boolean takes(List<Integer> shape) {
    return columns == 0
        ? shape.size() == 1 || (shape.size() == 2 && shape.get(1) == 1)
        : shape.size() == 2 && shape.get(1) == columns;
  }
}
