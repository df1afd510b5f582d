package io.github.edgewatt.scoring.power.remote;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers out of JSON arrays. */
final class JsonFigures {
  private JsonFigures() {}

  /**
   * The figures of an array of {@code rows} numbers, or of as many arrays of one number each. A
   * {@code null} is NaN: a figure the model does not have.
   */
  static double[] of(JsonNode array, int rows) throws ModelException {
    if (!array.isArray() || array.size() != rows) {
      throw new ModelException(
          "the answer holds "
              + (array.isArray() ? String.valueOf(array.size()) : "no")
              + " figures for "
              + rows
              + " questions");
    }
    double[] figures = new double[rows];
    for (int i = 0; i < rows; i++) {
      JsonNode one = array.get(i);
      while (one.isArray() && one.size() == 1) {
        one = one.get(0);
      }
      if (!one.isNumber() && !one.isNull()) {
        throw new ModelException("the answer holds what is no number: " + one.getNodeType());
      }
      figures[i] = one.isNull() ? Double.NaN : one.asDouble();
    }
    return figures;
  }
}
