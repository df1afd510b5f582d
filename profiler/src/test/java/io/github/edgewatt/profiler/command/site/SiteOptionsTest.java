package io.github.edgewatt.profiler.command.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.fixtures.FakeGateway;
import io.github.edgewatt.fixtures.FakeGatewayOptions;
import io.github.edgewatt.fixtures.FakePrometheus;
import io.github.edgewatt.fixtures.FakePrometheusTarget;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What the words about gateways and Prometheus are refused for: with 2 ({@link UsageException}) or
 * 1 ({@link PlatformException}), one line, and nothing written. The environment is the test's own.
 */
class SiteOptionsTest {
  private static final String STACK =
      """
      version: 1.0
      provider:
        name: openfaas
      functions:
        figlet:
          image: example/figlet:1
          labels:
            io.github.edgewatt.profile: "true"
      """;

  @TempDir Path root;
  private Path stack;

  @BeforeEach
  void files() throws Exception {
    stack = Files.writeString(root.resolve("stack.yml"), STACK);
    Files.writeString(root.resolve("password"), "open-sesame");
  }

  private SiteOptions options(String words) {
    String filled = words.replace("STACK", "--stack " + stack).replace("ROOT", root.toString());
    SiteOptions options = new SiteOptions();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("site", mixin(options)))
        .parseArgs(filled.isBlank() ? new String[0] : filled.strip().split(" +"));
    return options;
  }

  private static CommandLine.Model.CommandSpec mixin(SiteOptions options) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
  }

  private String refused(Class<? extends Exception> type, ThrowingCallable call) throws Exception {
    List<Path> before = listing();
    String[] message = new String[1];
    assertThatThrownBy(call)
        .isInstanceOf(type)
        .satisfies(e -> message[0] = e.getMessage())
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("open-sesame");
    assertThat(listing()).isEqualTo(before);
    return message[0];
  }

  private String refused(String words) throws Exception {
    return refused(words, Map.of());
  }

  private String refused(String words, Map<String, String> environment) throws Exception {
    return refused(UsageException.class, () -> options(words).choose(environment));
  }

  private List<Path> listing() throws Exception {
    try (Stream<Path> files = Files.walk(root)) {
      return files.sorted().toList();
    }
  }

  @Test
  void withoutAGatewayFunctionsRunHere() throws Exception {
    assertThat(options("").choose(Map.of())).isInstanceOf(LocalSite.class);
    Map<String, String> somewhere = Map.of("OPENFAAS_URL", "http://gateway.example:8080");
    assertThat(options("--local").choose(somewhere)).isInstanceOf(LocalSite.class);
    assertThat(
            options("STACK --prometheus http://127.0.0.1:9090 --password-file ROOT/password")
                .choose(somewhere))
        .isInstanceOf(ClusterSite.class);
  }

  @Test
  void localAndAGatewayExcludeEachOther() throws Exception {
    assertThat(refused("--local --gateway http://127.0.0.1:8080"))
        .isEqualTo("--local and --gateway exclude each other: leave one out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STACK",
        "--deployed",
        "--autoscale",
        "--namespace fn",
        "--node n1",
        "--prometheus http://127.0.0.1:9090",
        "--prometheus-user me",
        "--prometheus-password-file ROOT/password",
        "--prometheus-token-file ROOT/password",
        "--prometheus-ca ROOT/ca.pem",
        "--queries ROOT/queries.yml",
        "--energy-queries ROOT/energy.yml",
        "--password-file ROOT/password"
      })
  void wordsThatNeedAGateway(String words) throws Exception {
    assertThat(refused(words)).contains("need a gateway: add --gateway URL or set OPENFAAS_URL");
    assertThat(refused("--local " + words)).contains("need a gateway");
  }

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1:8080, https",
    "http://admin:open-sesame@127.0.0.1:8080, --password-file",
    "127.0.0.1:8080, http",
    "ftp://127.0.0.1, http",
    "http://127.0.0.1:8080/ui/, has more than host and port"
  })
  void addressesThatAreNone(String url, String says) throws Exception {
    String words = "STACK --prometheus http://127.0.0.1:9090 --password-file ROOT/password";
    assertThat(refused(words + " --gateway " + url)).contains(says);
    assertThat(refused(words, Map.of("OPENFAAS_URL", url))).contains(says);
  }

  @Test
  void filesThatCannotBeRead() throws Exception {
    String gateway = "--gateway http://127.0.0.1:8080 --prometheus http://127.0.0.1:9090 ";
    assertThat(refused(gateway + "STACK --password-file ROOT/none")).contains("none");
    assertThat(refused(gateway + "STACK --password-file ROOT")).contains(root.toString());
    assertThat(refused(gateway + "STACK", Map.of("OPENFAAS_PASSWORD_FILE", root + "/none")))
        .contains("none");
    String login = gateway + "--password-file ROOT/password ";
    assertThat(refused(login + "--stack ROOT/no.yml")).contains("no.yml");
    Files.writeString(root.resolve("bad.yml"), "node: [\n");
    assertThat(refused(login + "STACK --queries ROOT/bad.yml")).contains("bad.yml");
    assertThat(refused(login + "STACK --queries ROOT/no.yml")).contains("no.yml");
    assertThat(refused(login + "STACK --energy-queries ROOT/bad.yml")).contains("bad.yml");
  }

  @Test
  void aGatewayElsewhereNeedsAPrometheus() throws Exception {
    assertThat(refused("STACK --gateway http://gateway.example:8080 --password-file ROOT/password"))
        .isEqualTo(
            "the gateway http://gateway.example:8080 is not on this machine: say which Prometheus"
                + " watches its node, --prometheus URL");
  }

  private Site site(String gateway, String prometheus) throws Exception {
    return options(
            "STACK --password-file ROOT/password --gateway "
                + gateway
                + " --prometheus "
                + prometheus)
        .choose(Map.of());
  }

  private SiteRequest request() {
    return new SiteRequest(
        "r1", TestRuns.plan("grid", List.of("figlet"), 1, 2, 2, 1), root.resolve("output"));
  }

  @Test
  void aFunctionTheStackFileDoesNotMark() throws Exception {
    Site site = site("http://127.0.0.1:1", "http://127.0.0.1:1");
    assertThat(refused(UsageException.class, () -> site.functions(List.of("nmap"))))
        .isEqualTo("the stack file marks no function 'nmap' for profiling: choose among figlet");
  }

  @Test
  void aGatewayOrAPrometheusThatIsNotThere() throws Exception {
    Site none = site("http://127.0.0.1:1", "http://127.0.0.1:1");
    assertThat(refused(PlatformException.class, () -> none.open(request())))
        .contains("no gateway answers at http://127.0.0.1:1");
    try (FakeGateway gateway = FakeGateway.start(FakeGatewayOptions.faasd())) {
      Site blind = site(gateway.uri().toString(), "http://127.0.0.1:1");
      assertThat(refused(PlatformException.class, () -> blind.open(request())))
          .isEqualTo("Prometheus at http://127.0.0.1:1 refuses connections");
      assertThat(gateway.deployed()).isEmpty();
    }
  }

  @Test
  void aWindowOfLessThanTwoScrapes() throws Exception {
    try (FakeGateway gateway = FakeGateway.start(FakeGatewayOptions.faasd());
        FakePrometheus prometheus = FakePrometheus.start()) {
      FakePrometheusTarget node = prometheus.scrape("node", "n1:9100", Duration.ofSeconds(15));
      node.add("node_cpu_seconds_total", Map.of("cpu", "0", "mode", "idle"), t -> 900 + t);
      Site site = site(gateway.uri().toString(), prometheus.uri().toString());
      assertThat(refused(UsageException.class, () -> site.open(request())))
          .contains("node-exporter is scraped every 15 s, so a window of 1 s has no two samples")
          .contains("take a DURATION of 30 s or more");
      assertThat(gateway.deployed()).isEmpty();
    }
  }
}
