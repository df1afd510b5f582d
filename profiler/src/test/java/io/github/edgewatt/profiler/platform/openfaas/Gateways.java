package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.fixtures.FakeGateway;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Clients of a fake gateway. */
final class Gateways {
  private Gateways() {}

  static GatewayClient client(FakeGateway gateway, GatewayClock clock) throws PlatformException {
    return client(gateway, passwordFile(gateway.password()), clock, "");
  }

  static GatewayClient client(
      FakeGateway gateway, Path passwordFile, GatewayClock clock, String namespace)
      throws PlatformException {
    GatewayUrl url = GatewayUrl.parse(gateway.uri().toString());
    Credentials credentials = Credentials.find(url, passwordFile, Map.of(), Path.of("/nowhere"));
    return new GatewayClient(url, credentials, namespace, clock);
  }

  static Path passwordFile(String password) {
    try {
      Path file = Files.createTempFile("gateway", ".password");
      file.toFile().deleteOnExit();
      return Files.writeString(file, password + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
