package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.fixtures.FakeGateway;
import io.github.edgewatt.fixtures.FakeGatewayOptions;
import io.github.edgewatt.fixtures.FakeGatewayStubs;
import io.github.edgewatt.fixtures.StandInServer.Request;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A fake gateway with stub functions, and platforms on it. */
final class PlatformWorld implements AutoCloseable {
  final SkippingClock clock = new SkippingClock();
  final FakeGatewayStubs stubs = new FakeGatewayStubs(Duration.ZERO);
  final FakeGateway gateway;

  private PlatformWorld(FakeGatewayOptions options) {
    this.gateway = FakeGateway.start(options.at(clock::nanoTime), stubs);
  }

  static PlatformWorld faasd() {
    return new PlatformWorld(FakeGatewayOptions.faasd());
  }

  static PlatformWorld kubernetes(int availableAfterSeconds, int removedAfterSeconds) {
    return new PlatformWorld(
        FakeGatewayOptions.kubernetes(
            Duration.ofSeconds(availableAfterSeconds), Duration.ofSeconds(removedAfterSeconds)));
  }

  GatewayClient client() throws PlatformException {
    return Gateways.client(gateway, clock);
  }

  OpenFaasPlatform open(String... names) throws PlatformException, InterruptedException {
    return open(settings(false), names);
  }

  OpenFaasPlatform open(OpenFaasSettings settings, String... names)
      throws PlatformException, InterruptedException {
    GatewayClient client = client();
    List<StackFunction> functions = Stream.of(names).map(PlatformWorld::function).toList();
    return OpenFaasPlatform.open(
        client, settings, clock, DeployOrder.deploying(client, settings, functions));
  }

  OpenFaasPlatform openDeployed(String... names) throws PlatformException, InterruptedException {
    GatewayClient client = client();
    return OpenFaasPlatform.open(
        client, settings(false), clock, DeployOrder.asDeployed(client, specs(names)));
  }

  /** The watch's own looks are seconds apart in real time: it tells nothing in these tests. */
  static OpenFaasSettings settings(boolean autoscale) {
    return OpenFaasSettings.of("2026-11-23_10-15-00+x", autoscale);
  }

  static List<FunctionSpec> specs(String... names) {
    return Arrays.stream(names).map(PlatformWorld::spec).toList();
  }

  static FunctionSpec spec(String name) {
    return new FunctionSpec(
        name, "GET", "/", "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
  }

  static StackFunction function(String name) {
    return new StackFunction(spec(name), Deployment.of(name, "example/" + name + ":1"));
  }

  /** Somebody else deploys. */
  void deployElsewhere(String name, String run) throws PlatformException, InterruptedException {
    deployElsewhere(name, run, HostName.ofThisMachine());
  }

  /** A run on some machine deploys, or somebody where {@code run} is empty. */
  void deployElsewhere(String name, String run, String host)
      throws PlatformException, InterruptedException {
    try (GatewayClient client = client()) {
      Deployment deployment = Deployment.of(name, "example/" + name + ":1");
      client.deploy(
          run.isEmpty()
              ? deployment
              : deployment
                  .labelled(Map.of(FunctionStatus.RUN_LABEL, run))
                  .annotated(Map.of(FunctionStatus.HOST_ANNOTATION, host)),
          run);
    }
  }

  /** Bodies of what was sent to {@code /system/functions}. */
  List<String> changes(String method) {
    return gateway.server().requests().stream()
        .filter(r -> r.path().equals("/system/functions") && r.method().equals(method))
        .map(Request::bodyText)
        .toList();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
