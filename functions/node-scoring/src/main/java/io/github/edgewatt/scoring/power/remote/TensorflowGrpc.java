package io.github.edgewatt.scoring.power.remote;

import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.tensorflow.ModelSpec;
import io.github.edgewatt.scoring.power.tensorflow.PredictRequest;
import io.github.edgewatt.scoring.power.tensorflow.PredictResponse;
import io.grpc.CallOptions;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * TF Serving over gRPC: {@code tensorflow.serving.PredictionService.Predict}, input {@code inputs}
 * of floats [n, features], output {@code outputs}, n floats or doubles.
 */
final class TensorflowGrpc implements PowerModel, AutoCloseable {
  static final MethodDescriptor<PredictRequest, PredictResponse> PREDICT =
      MethodDescriptor.<PredictRequest, PredictResponse>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("tensorflow.serving.PredictionService/Predict")
          .setRequestMarshaller(new MessageMarshaller<>(PredictRequest.parser()))
          .setResponseMarshaller(new MessageMarshaller<>(PredictResponse.parser()))
          .build();

  private final Channels channels;
  private final Duration timeout;

  TensorflowGrpc(Channels channels, Duration timeout) {
    this.channels = channels;
    this.timeout = timeout;
  }

  @Override
  public CompletableFuture<double[]> watts(PowerSource source, float[][] rows) {
    CompletableFuture<double[]> answer = new CompletableFuture<>();
    ManagedChannel channel = channels.to(source.host(), source.port());
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
      // The channel itself waits up to two minutes before it tries again; we pause by our own rule.
      channel.resetConnectBackoff();
      options = options.withWaitForReady();
    }
    ClientCalls.asyncUnaryCall(
        channel.newCall(PREDICT, options),
        request(source, rows),
        new Observer(answer, rows.length));
    return answer;
  }

  private static PredictRequest request(PowerSource source, float[][] rows) {
    ModelSpec.Builder model =
        ModelSpec.newBuilder().setName(source.name()).setSignatureName(source.signature());
    source.version().ifPresent(version -> model.getVersionBuilder().setValue(version));
    return PredictRequest.newBuilder()
        .setModelSpec(model)
        .putInputs(Tensors.INPUT, Tensors.of(rows))
        .build();
  }

  /** Ends all channels. */
  @Override
  public void close() {
    channels.close();
  }

  private record Observer(CompletableFuture<double[]> answer, int rows)
      implements StreamObserver<PredictResponse> {
    @Override
    public void onNext(PredictResponse response) {
      try {
        answer.complete(Tensors.figures(response, rows));
      } catch (ModelException e) {
        answer.completeExceptionally(e);
      }
    }

    @Override
    public void onError(Throwable problem) {
      answer.completeExceptionally(new ModelException(why(problem), problem));
    }

    @Override
    public void onCompleted() {
      answer.completeExceptionally(new ModelException("the server ended without an answer"));
    }

    private static String why(Throwable problem) {
      if (problem instanceof StatusRuntimeException failed) {
        Status status = failed.getStatus();
        return status.getCode() == Status.Code.DEADLINE_EXCEEDED
            ? "no answer in time"
            : status.getCode() + ": " + status.getDescription() + cause(status);
      }
      return String.valueOf(problem.getMessage());
    }

    private static String cause(Status status) {
      return status.getCause() == null ? "" : " (" + status.getCause().getMessage() + ")";
    }
  }
}
