package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.edgewatt.fixtures.FakeGateway;
import io.github.edgewatt.fixtures.FakeGatewayOptions;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.fixtures.StandInServer;
import io.github.edgewatt.fixtures.StandInServer.Reply;
import io.github.edgewatt.profiler.platform.openfaas.GatewayException.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayFaultsTest {
  private final SkippingClock clock = new SkippingClock();

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            Fault.closed(), Kind.BROKEN, "in the middle of GET /system/functions; a gateway does"),
        Arguments.of(Fault.truncated(), Kind.BROKEN, "ended the connection in the middle of GET"),
        Arguments.of(Fault.oversized(), Kind.TOO_LARGE, "with more than 8 MiB: not read"),
        Arguments.of(Fault.html(), Kind.NOT_A_GATEWAY, "with a web page: a proxy or a login page"),
        Arguments.of(
            Fault.status(200, "not json"), Kind.NOT_A_GATEWAY, "with no JSON: is it an OpenFaaS"),
        Arguments.of(
            Fault.status(200, "{}"), Kind.NOT_A_GATEWAY, "with not a list of functions: is it"),
        Arguments.of(
            Fault.status(302, ""), Kind.NOT_A_GATEWAY, "redirects GET /system/functions to ''"),
        Arguments.of(Fault.status(401, "no"), Kind.UNAUTHORIZED, "check the password file"),
        Arguments.of(Fault.status(403, "no"), Kind.UNAUTHORIZED, "refuses the credentials (403)"),
        Arguments.of(Fault.status(429, "slow\n"), Kind.UNAVAILABLE, "answers 429 to GET /system"),
        Arguments.of(Fault.status(502, ""), Kind.UNAVAILABLE, "answers 502 to GET /system"),
        Arguments.of(Fault.status(503, "<h1>"), Kind.UNAVAILABLE, "answers 503 to GET /system"),
        Arguments.of(Fault.status(504, ""), Kind.UNAVAILABLE, "answers 504 to GET /system"),
        Arguments.of(Fault.status(404, "x"), Kind.NOT_FOUND, "/system/functions: x"),
        Arguments.of(
            Fault.status(500, "a\u001b[1m\nb\n"), Kind.REFUSED, "answers 500 to GET /system"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultIsOneLineAndTakesBoundedTime(Fault fault, Kind kind, String says) throws Exception {
    try (FakeGateway gateway = FakeGateway.start(FakeGatewayOptions.faasd());
        GatewayClient client = Gateways.client(gateway, clock)) {
      gateway.server().fail("/system/functions", request -> fault);
      client.patience(Duration.ofSeconds(3));
      GatewayException e = catchThrowableOfType(GatewayException.class, client::list);
      assertThat(e.kind()).isEqualTo(kind);
      assertThat(e)
          .hasMessageContaining(says)
          .hasMessageNotContaining("\n")
          .hasMessageNotContaining("\u001b")
          .hasMessageNotContaining(gateway.password());
      // Only what may pass is asked again.
      assertThat(clock.slept().isZero()).isEqualTo(!kind.isPassing());
      assertThat(clock.slept()).isLessThanOrEqualTo(Duration.ofSeconds(3));
      gateway.server().heal("/system/functions");
      assertThat(client.list()).isEmpty();
    }
  }

  @Test
  void aRedirectIsNotFollowedBecauseItsTargetWouldGetThePassword() throws Exception {
    try (StandInServer target = StandInServer.start(request -> Reply.json(200, "[]"));
        StandInServer moved =
            StandInServer.start(
                request -> new Reply(307, Map.of("Location", target.uri() + "/x"), new byte[0]));
        GatewayClient client = client(moved)) {
      assertThatThrownBy(client::list)
          .hasMessageContaining("redirects GET /system/functions to '" + target.uri() + "/x'");
      assertThat(target.requests()).isEmpty();
    }
  }

  @Test
  void aSilentGatewayIsGivenUpAfterTheDeadline() throws Exception {
    try (StandInServer silent = StandInServer.start(request -> Reply.json(200, "[]"));
        GatewayHttp http = new GatewayHttp()) {
      silent.fail("/", request -> Fault.silent());
      okhttp3.Request request =
          new okhttp3.Request.Builder().url(silent.uri() + "/system/functions").build();
      assertThatThrownBy(() -> http.send(request, Duration.ofMillis(200)))
          .isInstanceOfSatisfying(
              GatewayException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMEOUT))
          .hasMessageContaining("did not answer GET /system/functions within");
    }
  }

  @Test
  void aSlowGatewayIsWaitedFor() throws Exception {
    try (FakeGateway gateway = FakeGateway.start(FakeGatewayOptions.faasd());
        GatewayClient client = Gateways.client(gateway, clock)) {
      gateway.server().fail("/system/", request -> Fault.slow(Duration.ofMillis(300)));
      assertThat(client.list()).isEmpty();
    }
  }

  @Test
  void anInterruptEndsARequestAtOnce() throws Exception {
    try (FakeGateway gateway = FakeGateway.start(FakeGatewayOptions.faasd());
        GatewayClient client = Gateways.client(gateway, clock)) {
      CountDownLatch asked = new CountDownLatch(1);
      gateway
          .server()
          .fail(
              "/system/",
              request -> {
                asked.countDown();
                return Fault.silent();
              });
      boolean[] interrupted = {false};
      Thread thread =
          new Thread(
              () -> {
                try {
                  client.list();
                } catch (InterruptedException e) {
                  interrupted[0] = true;
                } catch (GatewayException e) {
                  interrupted[0] = false;
                }
              });
      thread.start();
      assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
      thread.interrupt();
      thread.join(5_000);
      assertThat(thread.isAlive()).isFalse();
      assertThat(interrupted[0]).isTrue();
    }
  }

  @Test
  void aConnectionClosedWhileIdleIsMadeAnew() throws Exception {
    try (FakeGateway gateway = FakeGateway.start(FakeGatewayOptions.faasd());
        GatewayClient client = Gateways.client(gateway, clock)) {
      client.patience(Duration.ofSeconds(5));
      assertThat(client.list()).isEmpty();
      gateway.goDown();
      gateway.comeBack();
      client.deploy(Deployment.of("figlet", "example/figlet:1"), "");
      gateway.goDown();
      gateway.comeBack();
      assertThat(client.list()).hasSize(1);
    }
  }

  @Test
  void anUnknownHostIsToldByName() throws Exception {
    GatewayUrl nowhere = GatewayUrl.parse("http://gateway.invalid:8080");
    try (GatewayClient client = new GatewayClient(nowhere, Credentials.none(), "", clock)) {
      assertThatThrownBy(client::list)
          .hasMessageContaining("host name gateway.invalid is not known");
    }
  }

  @Test
  void pausesGrowAndAreJittered() throws Exception {
    try (FakeGateway gateway = FakeGateway.start(FakeGatewayOptions.faasd());
        GatewayClient client = Gateways.client(gateway, clock)) {
      gateway.goDown();
      client.patience(Duration.ofSeconds(60));
      assertThatThrownBy(client::list).isInstanceOf(GatewayException.class);
      assertThat(clock.sleeps()).hasSizeGreaterThan(8);
      assertThat(clock.sleeps())
          .allSatisfy(sleep -> assertThat(sleep).isLessThanOrEqualTo(Duration.ofSeconds(5)));
      assertThat(clock.sleeps().get(0)).isLessThanOrEqualTo(Duration.ofMillis(100));
      assertThat(clock.slept()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }
  }

  private GatewayClient client(StandInServer server) {
    return new GatewayClient(
        GatewayUrl.parse(server.uri().toString()), Credentials.none(), "", clock);
  }
}
