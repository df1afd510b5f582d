package io.github.edgewatt.scoring.power.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Kind;
import io.github.edgewatt.scoring.power.Sources;
import io.github.edgewatt.scoring.power.tensorflow.PredictRequest;
import io.github.edgewatt.scoring.power.tensorflow.PredictResponse;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TensorflowGrpcRecoveryTest {
  private static Server start(int port) throws IOException {
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .addService(
            ServerServiceDefinition.builder("tensorflow.serving.PredictionService")
                .addMethod(
                    TensorflowGrpc.PREDICT,
                    ServerCalls.asyncUnaryCall(TensorflowGrpcRecoveryTest::answer))
                .build())
        .build()
        .start();
  }

  private static void answer(PredictRequest request, StreamObserver<PredictResponse> observer) {
    // As a model would that gives its input back: one figure a row.
    observer.onNext(
        PredictResponse.newBuilder()
            .putOutputs(
                "outputs",
                Tensors.of(new float[][] {{request.getInputsOrThrow("inputs").getFloatVal(0)}}))
            .build());
    observer.onCompleted();
  }

  /** Whatever its channel thinks of waiting, a server that is back is asked when we ask. */
  @Test
  void asksAServerThatIsBack() throws Exception {
    Server server = start(0);
    int port = server.getPort();
    PowerSource source = Sources.frugal(Kind.TENSORFLOW_GRPC, "127.0.0.1", port);
    try (RemoteModels models = new RemoteModels(Duration.ofSeconds(8))) {
      float[][] rows = {{0.5f, 0, 0, 0}};
      assertThat(models.watts(source, rows).get(20, TimeUnit.SECONDS)).containsExactly(0.5);
      server.shutdownNow().awaitTermination(20, TimeUnit.SECONDS);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> models.watts(source, rows).get(20, TimeUnit.SECONDS))
            .cause()
            .isInstanceOf(ModelException.class);
      }
      server = start(port);
      assertThat(models.watts(source, rows).get(20, TimeUnit.SECONDS)).containsExactly(0.5);
    } finally {
      server.shutdownNow();
    }
  }
}
