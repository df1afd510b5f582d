package io.github.edgewatt.nodeforecast.tensor;

import io.github.edgewatt.forecaster.curve.PowerCurve;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The power of a node by how busy it is, in the tensors of WAO's models: {@code inputs} [n, 4] of
 * CPU share and three temperatures, {@code outputs} [n, 1] in watts. Our models know nothing of
 * temperatures and ignore them.
 */
public final class PowerServable implements Servable {
  private static final String INPUTS = "inputs";
  private static final String OUTPUTS = "outputs";
  private static final List<String> COLUMNS =
      List.of("cpu share 0 to 1", "ambient (ignored)", "cpu1 (ignored)", "cpu2 (ignored)");

  private final String name;
  private final long version;
  private final int mostRows;
  private final NodeChoice<PowerCurve> curves;
  private final List<String> nodeTypes;
  private final List<TensorSpec> inputs;
  private final List<TensorSpec> outputs =
      List.of(new TensorSpec(OUTPUTS, Datatype.FP64, 1, false, List.of("watts")));

  /**
   * @param curves by the name of the kind of node, at least one
   */
  public PowerServable(String name, long version, Map<String, PowerCurve> curves, int mostRows) {
    this.name = name;
    this.version = version;
    this.mostRows = mostRows;
    this.curves = new NodeChoice<>(curves);
    nodeTypes = List.copyOf(new TreeMap<>(curves).keySet());
    inputs =
        List.of(
            new TensorSpec(INPUTS, Datatype.FP32, COLUMNS.size(), false, COLUMNS),
            new TensorSpec(NodeChoice.INPUT, Datatype.BYTES, 0, true, nodeTypes));
  }

  @Override
  public Map<String, Tensor> answer(Question question) {
    int rows = Checks.rows(this, question.inputs(), mostRows);
    List<PowerCurve> asked = curves.of(question, rows);
    double[] numbers = question.inputs().get(INPUTS).numbers();
    double[] watts = new double[rows];
    for (int i = 0; i < rows; i++) {
      double share = numbers[i * COLUMNS.size()];
      if (!(share >= 0) || Double.isInfinite(share)) {
        throw Refused.bad(
            "inputs: the CPU share in row %d is %s: a number of 0 to 1".formatted(i, share));
      }
      watts[i] = asked.get(i).watts(share);
    }
    return Map.of(OUTPUTS, Tensor.of(OUTPUTS, Datatype.FP64, List.of(rows, 1), watts));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public String platform() {
    return "edgewatt_power";
  }

  @Override
  public List<TensorSpec> inputs() {
    return inputs;
  }

  @Override
  public List<TensorSpec> outputs() {
    return outputs;
  }

  @Override
  public List<String> nodeTypes() {
    return nodeTypes;
  }
}
