package io.github.edgewatt.scoring.power;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where a node's watts come from.
 *
 * @param kind the protocol
 * @param host its server; empty for {@link Kind#MODEL} and {@link Kind#LINE}
 * @param port its server's port
 * @param name the model's name, or the forecaster model's kind of node
 * @param version the model's version; empty for the server's own choice
 * @param signature TF Serving's signature, empty for its default; with {@link Kind#OPEN_INFERENCE}
 *     the input tensor's name
 * @param features what the model is asked, in order
 * @param idleWatts the straight line at no load; NaN where the node tells none
 * @param fullWatts the straight line at full load; NaN where the node tells none
 */
public record PowerSource(
    Kind kind,
    String host,
    int port,
    String name,
    OptionalLong version,
    String signature,
    List<Feature> features,
    double idleWatts,
    double fullWatts) {
  public PowerSource {
    features = List.copyOf(features);
  }

  /** The protocol. */
  public enum Kind {
    TENSORFLOW_GRPC,
    TENSORFLOW_REST,
    OPEN_INFERENCE,
    MODEL,
    /** The straight line alone. */
    LINE
  }

  /** One number that a model is asked. */
  public enum Feature {
    CPU,
    CPU_PERCENT,
    CPU_CORES,
    AMBIENT,
    CPU1,
    CPU2,
    AMBIENT_CELSIUS
  }
}
