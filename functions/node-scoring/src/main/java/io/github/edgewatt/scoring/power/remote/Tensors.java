package io.github.edgewatt.scoring.power.remote;

import com.google.protobuf.ByteString;
import io.github.edgewatt.scoring.power.tensorflow.PredictResponse;
import io.github.edgewatt.scoring.power.tensorflow.Tensor;
import io.github.edgewatt.scoring.power.tensorflow.TensorShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** TensorFlow's tensors from and to numbers. */
final class Tensors {
  static final String INPUT = "inputs";
  static final String OUTPUT = "outputs";
  static final int FLOAT = 1;
  static final int DOUBLE = 2;

  private Tensors() {}

  /** A float tensor of shape [rows, features]. */
  static Tensor of(float[][] rows) {
    Tensor.Builder tensor =
        Tensor.newBuilder()
            .setDtype(FLOAT)
            .setTensorShape(
                TensorShape.newBuilder()
                    .addDim(dim(rows.length))
                    .addDim(dim(rows.length == 0 ? 0 : rows[0].length)));
    for (float[] row : rows) {
      for (float value : row) {
        tensor.addFloatVal(value);
      }
    }
    return tensor.build();
  }

  private static TensorShape.Dim dim(int size) {
    return TensorShape.Dim.newBuilder().setSize(size).build();
  }

  /** The output's figures: one a row. */
  static double[] figures(PredictResponse response, int rows) throws ModelException {
    Tensor tensor = response.getOutputsMap().get(OUTPUT);
    if (tensor == null) {
      throw new ModelException(
          "the answer has no output " + OUTPUT + " but " + response.getOutputsMap().keySet());
    }
    long elements = 1;
    for (TensorShape.Dim dim : tensor.getTensorShape().getDimList()) {
      elements = dim.getSize() < 0 || elements > rows ? -1 : elements * dim.getSize();
    }
    double[] figures =
        switch (tensor.getDtype()) {
          case FLOAT -> floats(tensor, rows);
          case DOUBLE -> doubles(tensor, rows);
          default ->
              throw new ModelException("the output is no float tensor: type " + tensor.getDtype());
        };
    if (figures.length != rows || elements != rows) {
      throw new ModelException(
          "the output holds " + figures.length + " figures for " + rows + " questions");
    }
    return figures;
  }

  private static double[] floats(Tensor tensor, int rows) {
    ByteString content = tensor.getTensorContent();
    if (!content.isEmpty()) {
      ByteBuffer buffer = content.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      double[] figures = new double[content.size() / Float.BYTES];
      for (int i = 0; i < figures.length; i++) {
        figures[i] = buffer.getFloat();
      }
      return figures;
    }
    double[] figures = tensor.getFloatValList().stream().mapToDouble(Float::doubleValue).toArray();
    return spread(figures, rows);
  }

  private static double[] doubles(Tensor tensor, int rows) {
    ByteString content = tensor.getTensorContent();
    if (!content.isEmpty()) {
      ByteBuffer buffer = content.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      double[] figures = new double[content.size() / Double.BYTES];
      for (int i = 0; i < figures.length; i++) {
        figures[i] = buffer.getDouble();
      }
      return figures;
    }
    double[] figures =
        tensor.getDoubleValList().stream().mapToDouble(Double::doubleValue).toArray();
    return spread(figures, rows);
  }

  /** By TensorProto's rule a list that is shorter than the shape goes on with its last element. */
  private static double[] spread(double[] figures, int rows) {
    if (figures.length == 0 || figures.length >= rows) {
      return figures;
    }
    double[] all = java.util.Arrays.copyOf(figures, rows);
    java.util.Arrays.fill(all, figures.length, rows, figures[figures.length - 1]);
    return all;
  }
}
