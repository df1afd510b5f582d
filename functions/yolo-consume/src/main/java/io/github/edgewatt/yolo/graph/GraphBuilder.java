package io.github.edgewatt.yolo.graph;

import io.github.edgewatt.yolo.graph.onnx.AttributeProto;
import io.github.edgewatt.yolo.graph.onnx.GraphProto;
import io.github.edgewatt.yolo.graph.onnx.ModelProto;
import io.github.edgewatt.yolo.graph.onnx.NodeProto;
import io.github.edgewatt.yolo.graph.onnx.OperatorSetIdProto;
import io.github.edgewatt.yolo.graph.onnx.TensorProto;
import io.github.edgewatt.yolo.graph.onnx.TensorShapeProto;
import io.github.edgewatt.yolo.graph.onnx.TypeProto;
import io.github.edgewatt.yolo.graph.onnx.ValueInfoProto;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a graph together, node by node; each method returns the name of what it made. Operators are
 * those of ONNX operator set 13.
 */
public final class GraphBuilder {
  /** ONNX's number for floats of 32 bits. */
  public static final int FLOAT = 1;

  /** ONNX's number for floats of 16 bits. */
  public static final int FLOAT16 = 10;

  private static final int INT64 = 7;
  private static final int OPERATOR_SET = 13;
  private static final int FORMAT = 7;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private int names;

  /** A graph of that name. */
  public GraphBuilder(String name) {
    graph.setName(name);
  }

  /** Declares an input; dimensions of -1 are left open. */
  public String input(String name, int type, long... shape) {
    graph.addInput(declared(name, type, shape));
    return name;
  }

  /** Declares that a value of the graph is an output of it; dimensions of -1 are left open. */
  public void output(String name, int type, long... shape) {
    graph.addOutput(declared(name, type, shape));
  }

  /** Numbers that belong to the model. */
  public String floats(float[] values, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name("floats")).setDataType(FLOAT);
    Arrays.stream(shape).forEach(tensor::addDims);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  /** Whole numbers that belong to the model: a shape. */
  public String integers(long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name("integers")).setDataType(INT64);
    tensor.addDims(values.length);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  /** A convolution with a square kernel, a margin that keeps the size, and a stride of 1. */
  public String convolution(String of, String weights, String bias, int kernel) {
    long margin = kernel / 2;
    return node(
        "Conv",
        List.of(of, weights, bias),
        list("kernel_shape", kernel, kernel),
        list("pads", margin, margin, margin, margin),
        list("strides", 1, 1));
  }

  /** Means of squares. */
  public String means(String of, int side) {
    return node(
        "AveragePool", List.of(of), list("kernel_shape", side, side), list("strides", side, side));
  }

  /** Several tensors behind each other. */
  public String join(int axis, String... parts) {
    return node("Concat", List.of(parts), number("axis", axis));
  }

  /** Any operator of one output. */
  public String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String made = name(operator);
    return node(operator, made, inputs, attributes);
  }

  /** Any operator of one output, whose name is given. */
  public String node(
      String operator, String made, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(made)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(made)
            .addAllAttribute(List.of(attributes)));
    return made;
  }

  /** An attribute of one whole number. */
  public static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  /** An attribute of several whole numbers. */
  public static AttributeProto list(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute.build();
  }

  /** The model's bytes, as a file holds them. */
  public byte[] build() {
    return ModelProto.newBuilder()
        .setIrVersion(FORMAT)
        .setProducerName("edgewatt")
        .setGraph(graph)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
        .build()
        .toByteArray();
  }

  private String name(String of) {
    return of + "_" + names++;
  }

  private static ValueInfoProto declared(String name, int type, long... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (long size : shape) {
      TensorShapeProto.Dimension.Builder one = dimensions.addDimBuilder();
      if (size < 0) {
        one.setDimParam("open" + dimensions.getDimCount());
      } else {
        one.setDimValue(size);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions)))
        .build();
  }
}
