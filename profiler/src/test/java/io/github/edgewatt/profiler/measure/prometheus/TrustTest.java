package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate nobody knows but the CA file. */
class TrustTest {
  private static final char[] PASSWORD = "for tests".toCharArray();

  @TempDir private Path folder;
  private HttpsServer server;
  private KeyStore keys;

  @BeforeEach
  void start() throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    byte[] answer =
        "{\"status\":\"success\",\"data\":{\"version\":\"3.5.0\"}}"
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private PrometheusSettings settings() {
    return PrometheusSettings.parse("https://127.0.0.1:" + server.getAddress().getPort());
  }

  @Test
  void trustsTheCertificatesOfTheFileOnly() throws Exception {
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getCertificate("server").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    Path file = Files.writeString(folder.resolve("ca.pem"), pem);
    try (PrometheusClient client = PrometheusClient.open(settings().withCertificates(file))) {
      assertThat(client.version().data()).isEqualTo("3.5.0");
    }
    try (PrometheusClient client = PrometheusClient.open(settings())) {
      PrometheusException error = catchThrowableOfType(PrometheusException.class, client::version);
      assertThat(error.kind()).isEqualTo(Kind.NOT_PROMETHEUS);
      assertThat(error).hasMessageContaining("has no TLS we trust");
    }
  }

  @Test
  void saysWhatIsWrongWithTheFile() throws Exception {
    Path none = folder.resolve("none.pem");
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    for (Path file : new Path[] {none, empty}) {
      assertThatThrownBy(() -> PrometheusClient.open(settings().withCertificates(file)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("CA file " + file);
    }
  }
}
