package io.github.edgewatt.yolo.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import io.github.edgewatt.yolo.detect.RowSink;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * A tensor over memory outside the heap that is used again for every image: neither copied nor
 * cleared nor collected in between.
 */
final class Slot implements RowSink, AutoCloseable {
  private final boolean half;
  private final int rowLength;
  private final int planeLength;
  private final FloatBuffer floats;
  private final ShortBuffer halves;
  private final OnnxTensor tensor;

  Slot(TensorShape shape) throws OrtException {
    half = shape.half();
    long[] dimensions = shape.dimensions();
    rowLength = (int) dimensions[dimensions.length - 1];
    planeLength = rowLength * (int) dimensions[dimensions.length - 2];
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(shape.elements() * (half ? Short.BYTES : Float.BYTES))
            .order(ByteOrder.nativeOrder());
    floats = bytes.asFloatBuffer();
    halves = bytes.asShortBuffer();
    tensor =
        half
            ? OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), halves, dimensions, OnnxJavaType.FLOAT16)
            : OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), floats, dimensions);
  }

  OnnxTensor tensor() {
    return tensor;
  }

  @Override
  public void row(int plane, int y, float[] values) {
    int at = plane * planeLength + y * rowLength;
    if (half) {
      for (int x = 0; x < rowLength; x++) {
        halves.put(at + x, Fp16Conversions.floatToFp16(values[x]));
      }
    } else {
      floats.put(at, values, 0, rowLength);
    }
  }

  /** The numbers in it: a view, or a copy of halves. */
  FloatBuffer numbers() {
    return half ? Fp16Conversions.convertFp16BufferToFloatBuffer(halves.duplicate()) : floats;
  }

  @Override
  public void close() {
    tensor.close();
  }
}
