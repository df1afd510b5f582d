package io.github.edgewatt.scoring.power.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Kind;
import io.github.edgewatt.scoring.power.Sources;
import io.github.edgewatt.scoring.power.tensorflow.ModelSpec;
import io.github.edgewatt.scoring.power.tensorflow.PredictRequest;
import io.github.edgewatt.scoring.power.tensorflow.PredictResponse;
import io.github.edgewatt.scoring.power.tensorflow.Tensor;
import io.github.edgewatt.scoring.power.tensorflow.TensorShape;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TensorflowGrpcTest {
  private static final float[][] ROWS = {{0.5f, 0.25f, 0.125f, 1f}, {0f, 0f, 0f, 0f}};
  private static final PowerSource SOURCE = Sources.frugal(Kind.TENSORFLOW_GRPC, "h", 1);

  private final List<PredictRequest> requests = new ArrayList<>();
  private final List<Channels.Address> dialled = new ArrayList<>();
  private final List<ManagedChannel> channels = new ArrayList<>();
  private Function<PredictRequest, PredictResponse> answer = request -> null;
  private Status failure = Status.OK;
  private Server server;
  private TensorflowGrpc client;

  @BeforeEach
  void start() throws IOException {
    String name = InProcessServerBuilder.generateName();
    server =
        InProcessServerBuilder.forName(name)
            .addService(
                ServerServiceDefinition.builder("tensorflow.serving.PredictionService")
                    .addMethod(
                        TensorflowGrpc.PREDICT,
                        ServerCalls.asyncUnaryCall(
                            (PredictRequest request,
                                io.grpc.stub.StreamObserver<PredictResponse> observer) -> {
                              requests.add(request);
                              PredictResponse response = answer.apply(request);
                              if (!failure.isOk()) {
                                observer.onError(failure.asRuntimeException());
                              } else if (response != null) {
                                observer.onNext(response);
                                observer.onCompleted();
                              }
                            }))
                    .build())
            .build()
            .start();
    client =
        new TensorflowGrpc(
            new Channels(
                address -> {
                  dialled.add(address);
                  ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
                  channels.add(channel);
                  return channel;
                }),
            Duration.ofSeconds(8));
  }

  @AfterEach
  void stop() {
    client.close();
    server.shutdownNow();
  }

  private double[] ask() throws Exception {
    return ask(SOURCE);
  }

  private double[] ask(PowerSource source) throws Exception {
    CompletableFuture<double[]> watts = client.watts(source, ROWS);
    return watts.get(10, TimeUnit.SECONDS);
  }

  private void refused(String why) {
    assertThatThrownBy(this::ask)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(ModelException.class)
        .hasMessage(why);
  }

  private static Tensor.Builder tensor(int type, long... shape) {
    TensorShape.Builder dims = TensorShape.newBuilder();
    for (long size : shape) {
      dims.addDim(TensorShape.Dim.newBuilder().setSize(size));
    }
    return Tensor.newBuilder().setDtype(type).setTensorShape(dims);
  }

  private void answers(Tensor.Builder tensor) {
    PredictResponse response =
        PredictResponse.newBuilder().putOutputs("outputs", tensor.build()).build();
    answer = request -> response;
  }

  @Test
  void sendsTheTensorByItsPublishedNames() throws Exception {
    answers(tensor(Tensors.FLOAT, 2, 1).addFloatVal(150.5f).addFloatVal(60));
    PowerSource named = Sources.named(SOURCE, "konohana", OptionalLong.of(1218));
    assertThat(ask(named)).containsExactly(150.5, 60);
    PredictRequest request = requests.get(0);
    ModelSpec model = request.getModelSpec();
    assertThat(model.getName()).isEqualTo("konohana");
    assertThat(model.getVersion().getValue()).isEqualTo(1218);
    assertThat(model.getSignatureName()).isEmpty();
    Tensor sent = request.getInputsOrThrow("inputs");
    assertThat(sent.getDtype()).isEqualTo(1);
    assertThat(sent.getTensorShape().getDimList())
        .extracting(TensorShape.Dim::getSize)
        .containsExactly(2L, 4L);
    assertThat(sent.getFloatValList()).containsExactly(0.5f, 0.25f, 0.125f, 1f, 0f, 0f, 0f, 0f);
    ask();
    assertThat(requests.get(1).getModelSpec().hasVersion()).isFalse();
    assertThat(dialled).containsExactly(new Channels.Address("h", 1));
  }

  @Test
  void readsFloatsAndDoublesInBothForms() throws Exception {
    ByteBuffer floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    floats.putFloat(100.25f).putFloat(60).flip();
    answers(tensor(Tensors.FLOAT, 2, 1).setTensorContent(ByteString.copyFrom(floats)));
    assertThat(ask()).containsExactly(100.25, 60);
    ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    doubles.putDouble(100.1).putDouble(60).flip();
    answers(tensor(Tensors.DOUBLE, 2).setTensorContent(ByteString.copyFrom(doubles)));
    assertThat(ask()).containsExactly(100.1, 60);
    answers(tensor(Tensors.DOUBLE, 2, 1).addDoubleVal(100.1).addDoubleVal(60));
    assertThat(ask()).containsExactly(100.1, 60);
    answers(tensor(Tensors.FLOAT, 2, 1).addFloatVal(70));
    assertThat(ask()).as("a constant tensor").containsExactly(70, 70);
  }

  @Test
  void refusesOtherShapesTypesAndNames() {
    answers(tensor(Tensors.FLOAT, 3, 1).addFloatVal(1).addFloatVal(2).addFloatVal(3));
    refused("the output holds 3 figures for 2 questions");
    answers(tensor(Tensors.FLOAT, 2, 2).addFloatVal(1).addFloatVal(2));
    refused("the output holds 2 figures for 2 questions");
    answers(tensor(Tensors.FLOAT, 2, 1));
    refused("the output holds 0 figures for 2 questions");
    answers(tensor(Tensors.FLOAT, 2, 1).setTensorContent(ByteString.copyFromUtf8("abc")));
    refused("the output holds 0 figures for 2 questions");
    answers(tensor(7, 2, 1));
    refused("the output is no float tensor: type 7");
    answer = request -> PredictResponse.getDefaultInstance();
    refused("the answer has no output outputs but []");
  }

  @Test
  void tellsTheServersOwnReason() {
    failure = Status.NOT_FOUND.withDescription("Servable not found\n for request");
    refused("NOT_FOUND: Servable not found for request");
    server.shutdownNow();
    assertThatThrownBy(this::ask).cause().hasMessageStartingWith("UNAVAILABLE");
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() {
    refused("no answer in time");
  }

  @Test
  void closesItsChannels() throws Exception {
    answers(tensor(Tensors.FLOAT, 2, 1).addFloatVal(1));
    ask();
    client.close();
    assertThat(channels).allSatisfy(channel -> assertThat(channel.isShutdown()).isTrue());
  }
}
