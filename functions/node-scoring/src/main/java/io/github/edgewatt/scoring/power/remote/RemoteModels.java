package io.github.edgewatt.scoring.power.remote;

import io.github.edgewatt.scoring.power.PowerSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks each source by its own protocol. Safe to share between threads. */
public final class RemoteModels implements PowerModel, AutoCloseable {
  private final TensorflowGrpc grpc;
  private final JsonCalls calls;
  private final PowerModel tensorflowRest;
  private final PowerModel openInference;

  /**
   * No connections yet; they are made when they are needed.
   *
   * @param timeout how long any call may take
   */
  public RemoteModels(Duration timeout) {
    grpc = new TensorflowGrpc(new Channels(), timeout);
    calls = new JsonCalls(timeout);
    tensorflowRest = new TensorflowRest(calls);
    openInference = new OpenInference(calls);
  }

  @Override
  public CompletableFuture<double[]> watts(PowerSource source, float[][] rows) {
    return switch (source.kind()) {
      case TENSORFLOW_GRPC -> grpc.watts(source, rows);
      case TENSORFLOW_REST -> tensorflowRest.watts(source, rows);
      case OPEN_INFERENCE -> openInference.watts(source, rows);
      case MODEL, LINE ->
          CompletableFuture.failedFuture(new ModelException("there is no server to ask"));
    };
  }

  /** Ends all connections; calls under way fail. */
  @Override
  public void close() {
    grpc.close();
    calls.close();
  }
}
