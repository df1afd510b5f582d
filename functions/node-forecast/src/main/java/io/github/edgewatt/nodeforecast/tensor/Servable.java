package io.github.edgewatt.nodeforecast.tensor;

import io.github.edgewatt.nodeforecast.protocol.Refused;
import java.util.List;
import java.util.Map;

/** A model that is asked with tensors. Safe to share between threads. */
public interface Servable {
  /** The name it is asked by. */
  String name();

  /**
   * The training time in seconds since 1970: higher is newer, and the same wherever it is served.
   */
  long version();

  /** What kind of model it is, for metadata. */
  String platform();

  List<TensorSpec> inputs();

  List<TensorSpec> outputs();

  /** The kinds of nodes it answers for, by name; the caller picks one as TF Serving's signature. */
  List<String> nodeTypes();

  /**
   * The answers, a tensor for each of {@link #outputs()}, a row for each row asked.
   *
   * @throws Refused 400 where the inputs are not what the model takes
   */
  Map<String, Tensor> answer(Question question);

  /**
   * What a caller sends.
   *
   * @param nodeType the kind of node all rows are of; empty where an input tells, or the model
   *     knows but one
   */
  record Question(Map<String, Tensor> inputs, String nodeType) {
    public Question {
      inputs = Map.copyOf(inputs);
    }
  }
}
