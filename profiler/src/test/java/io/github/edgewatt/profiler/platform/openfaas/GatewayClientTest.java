package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.fixtures.FakeGateway;
import io.github.edgewatt.fixtures.FakeGatewayOptions;
import io.github.edgewatt.fixtures.FakeGatewayStubs;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.profiler.platform.openfaas.GatewayException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayClientTest {
  private final SkippingClock clock = new SkippingClock();
  private final FakeGatewayStubs stubs = new FakeGatewayStubs(Duration.ZERO);
  private FakeGateway gateway;
  private GatewayClient client;

  @BeforeEach
  void start() throws Exception {
    gateway = FakeGateway.start(FakeGatewayOptions.faasd(), stubs);
    client = Gateways.client(gateway, clock);
  }

  @AfterEach
  void stop() {
    client.close();
    gateway.close();
  }

  @Test
  void listsDeploysUpdatesScalesAndDeletes() throws Exception {
    assertThat(client.list()).isEmpty();
    assertThat(client.status("figlet")).isEmpty();
    Deployment first =
        Deployment.of("figlet", "example/figlet:1")
            .labelled(Map.of(FunctionStatus.RUN_LABEL, "r1", "tier", "edge"));
    client.deploy(first, "r1");
    FunctionStatus status = client.status("figlet").orElseThrow();
    assertThat(status.image()).isEqualTo("example/figlet:1");
    assertThat(status.namespace()).isEqualTo("openfaas-fn");
    assertThat(status.run()).isEqualTo("r1");
    assertThat(status.availableReplicas()).isEqualTo(1);
    assertThat(status.createdAt()).isNotEmpty();

    Deployment second =
        Deployment.of("figlet", "example/figlet:2")
            .labelled(Map.of(FunctionStatus.RUN_LABEL, "r1"));
    client.deploy(second, "r1");
    client.scale("figlet", 3);
    assertThat(client.list())
        .singleElement()
        .satisfies(
            listed -> {
              assertThat(listed.image()).isEqualTo("example/figlet:2");
              assertThat(listed.replicas()).isEqualTo(1);
              assertThat(listed.labels()).doesNotContainKey("tier");
            });
    client.delete("figlet");
    client.delete("figlet");
    assertThat(client.list()).isEmpty();
  }

  @Test
  void neverUpdatesWhatItDidNotDeploy() throws Exception {
    client.deploy(Deployment.of("figlet", "example/theirs:1"), "");
    assertThatThrownBy(() -> client.deploy(Deployment.of("figlet", "example/mine:1"), "r1"))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TAKEN))
        .hasMessage("a function named figlet is deployed already, and not by this tool");
    assertThat(client.status("figlet").orElseThrow().image()).isEqualTo("example/theirs:1");
  }

  @Test
  void acceptsAKubernetesGatewaysAnswers() throws Exception {
    try (FakeGateway kubernetes =
            FakeGateway.start(
                FakeGatewayOptions.kubernetes(Duration.ofSeconds(5), Duration.ZERO)
                    .at(clock::nanoTime));
        GatewayClient there = Gateways.client(kubernetes, clock)) {
      there.deploy(Deployment.of("figlet", "example/figlet:1"), "");
      assertThat(there.status("figlet").orElseThrow().availableReplicas()).isZero();
      clock.sleep(Duration.ofSeconds(5));
      there.scale("figlet", 9);
      clock.sleep(Duration.ofSeconds(5));
      assertThat(there.status("figlet").orElseThrow().availableReplicas()).isEqualTo(5);
      assertThat(there.info().isCommunityEdition()).isTrue();
      assertThat(there.info().isFaasd()).isFalse();
      there.delete("figlet");
      assertThat(there.list()).isEmpty();
    }
  }

  @Test
  void tellsWhatTheGatewayIs() throws Exception {
    GatewayInfo info = client.info();
    assertThat(info.isFaasd()).isTrue();
    assertThat(info.text()).isEqualTo("gateway 0.27.5, faasd 0.18.8 (containerd)");
  }

  @Test
  void staysInItsNamespace() throws Exception {
    try (GatewayClient elsewhere =
        Gateways.client(gateway, Gateways.passwordFile(gateway.password()), clock, "team-a")) {
      assertThat(elsewhere.functionPath("figlet")).isEqualTo("/function/figlet.team-a");
      assertThat(client.functionPath("figlet")).isEqualTo("/function/figlet");
      assertThatThrownBy(elsewhere::list)
          .isInstanceOf(GatewayException.class)
          .hasMessageEndingWith("answers 400 to GET /system/functions: namespace not valid");
    }
  }

  @Test
  void readsTheEndOfALog() throws Exception {
    stubs.say("figlet", "one\ntwo\nthree\u001b[31m\n");
    client.deploy(Deployment.of("figlet", "example/figlet:1"), "");
    assertThat(client.logs("figlet", Instant.EPOCH, 2)).containsExactly("two", "three [31m");
    assertThat(client.logs("nobody", Instant.EPOCH, 2)).isEmpty();
    assertThat(clock.sleeps()).hasSize(2);
  }

  @Test
  void readsAPasswordFileAgainThatWasChanged() throws Exception {
    Path file = Gateways.passwordFile("stale");
    try (GatewayClient rotated = Gateways.client(gateway, file, clock, "")) {
      assertThatThrownBy(rotated::list)
          .isInstanceOfSatisfying(
              GatewayException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAUTHORIZED))
          .hasMessageContaining("refuses the credentials (401): check the password file " + file)
          .hasMessageNotContaining("stale");
      Files.writeString(file, gateway.password());
      assertThat(rotated.list()).isEmpty();
    }
  }

  @Test
  void saysWhereCredentialsCouldComeFrom() {
    try (GatewayClient anonymous =
        new GatewayClient(client.gateway(), Credentials.none(), "", clock)) {
      assertThatThrownBy(anonymous::info)
          .hasMessageContaining("check none were given (--password-file");
    }
  }

  @Test
  void aDeploymentWhoseAnswerWasLostIsNotMadeTwice() throws Exception {
    client.patience(Duration.ofSeconds(30));
    boolean[] lost = {false};
    gateway
        .server()
        .fail(
            "/system/functions",
            request -> {
              if (request.method().equals("POST") && !lost[0]) {
                lost[0] = true;
                deployDirectly();
                return Fault.closed();
              }
              return null;
            });
    client.deploy(
        Deployment.of("figlet", "example/figlet:1")
            .labelled(Map.of(FunctionStatus.RUN_LABEL, "r1")),
        "r1");
    assertThat(lost[0]).isTrue();
    assertThat(
            gateway.server().requests().stream().filter(r -> r.path().equals("/system/functions")))
        .extracting(r -> r.method())
        .containsExactly("POST", "POST");
    Optional<FunctionStatus> status = client.status("figlet");
    assertThat(status.orElseThrow().run()).isEqualTo("r1");
  }

  /** What the gateway did before its answer was lost. */
  private void deployDirectly() {
    try (GatewayClient other = Gateways.client(gateway, clock)) {
      other.deploy(
          Deployment.of("figlet", "example/figlet:1")
              .labelled(Map.of(FunctionStatus.RUN_LABEL, "r1")),
          "r1");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void functionsToBeProfiledAsTheyAreAreFoundByTheirLabel() throws Exception {
    Deployment labelled =
        new Deployment(
            "theirs",
            "example/theirs:1",
            "",
            Map.of(),
            Map.of("io.github.edgewatt.profile", "true"),
            Map.of("io.github.edgewatt.method", "POST", "io.github.edgewatt.body", "abc"),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            false);
    client.deploy(labelled, "");
    client.deploy(Deployment.of("plain", "example/plain:1"), "");
    List<FunctionStatus> there = client.list();
    assertThat(DeployedSpecs.of(there, List.of(), List.of()))
        .singleElement()
        .satisfies(
            spec -> {
              assertThat(spec.name()).isEqualTo("theirs");
              assertThat(spec.method()).isEqualTo("POST");
              assertThat(spec.body()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
            });
    assertThat(DeployedSpecs.of(there, List.of("plain"), List.of()))
        .extracting(spec -> spec.method())
        .containsExactly("GET");
    assertThat(DeployedSpecs.of(there, List.of("plain"), List.of(PlatformWorld.function("plain"))))
        .containsExactly(PlatformWorld.spec("plain"));
    assertThatThrownBy(() -> DeployedSpecs.of(there, List.of("nobody"), List.of()))
        .hasMessage("no function 'nobody' is deployed: there are plain, theirs");
    assertThatThrownBy(() -> DeployedSpecs.of(List.of(), List.of(), List.of()))
        .hasMessageContaining("no deployed function has the label");
    FunctionStatus withFile =
        new FunctionStatus(
            "f",
            "",
            "",
            Map.of("io.github.edgewatt.profile", "true"),
            Map.of("io.github.edgewatt.body-file", "x.jpg"),
            1,
            1,
            "");
    assertThatThrownBy(() -> DeployedSpecs.of(List.of(withFile), List.of(), List.of()))
        .hasMessageContaining("beside a stack file that does not name it: give --stack");
  }
}
