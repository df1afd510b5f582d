package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatewayLimitsTest {
  private static final GatewayInfo FAASD =
      new GatewayInfo("faasd", "0.18.8", "containerd", "0.27.5");
  private static final GatewayInfo COMMUNITY =
      new GatewayInfo("faas-netes-ce", "0.18.10", "kubernetes", "0.27.12");
  private static final GatewayInfo PRO =
      new GatewayInfo("faas-netes", "0.5.60", "kubernetes", "0.4.30");

  @Test
  void whatCountsIsWhatIsThereAndOneCombination() {
    GatewayLimits fits = GatewayLimits.of(COMMUNITY, there(12), ask(17, 3, false, ""));
    assertThat(fits.refusals()).isEmpty();
    assertThat(fits.facts())
        .containsExactly(
            "gateway 0.27.12, faas-netes-ce 0.18.10 (kubernetes)",
            "Community Edition: at most 15 functions, 5 replicas each, one namespace, public"
                + " images",
            "17 functions are to be profiled, 3 of them deployed at a time");

    GatewayLimits full = GatewayLimits.of(COMMUNITY, there(13), ask(17, 3, false, ""));
    assertThat(full.refusals())
        .containsExactly(
            "13 functions are deployed already and this run needs 3 more at a time: the Community"
                + " Edition allows 15; remove some, or profile smaller combinations");
    assertThat(GatewayLimits.of(PRO, there(40), ask(17, 3, true, "x")).refusals()).isEmpty();
    assertThat(GatewayLimits.of(PRO, there(40), ask(17, 3, true, "x")).warnings()).isEmpty();
  }

  @Test
  void leftOversOfEarlierRunsDoNotCount() {
    List<FunctionStatus> left =
        IntStream.range(0, 15)
            .mapToObj(i -> status("f" + i, Map.of(FunctionStatus.RUN_LABEL, "old")))
            .toList();
    assertThat(GatewayLimits.of(COMMUNITY, left, ask(3, 3, false, "")).refusals()).isEmpty();
  }

  @Test
  void faasdHasOneReplicaAndNoCpuLimits() {
    GatewayLimits limits = GatewayLimits.of(FAASD, List.of(), ask(2, 2, true, "team-a"));
    assertThat(limits.facts())
        .contains("faasd: one replica a function; CPU limits and requests are not applied");
    assertThat(limits.warnings())
        .containsExactly(
            "--autoscale: faasd never has more than one replica, so nothing will scale",
            "faasd ignores the CPU limit of f0, f1",
            "--namespace team-a: a current faasd knows one namespace, openfaas-fn");
  }

  @Test
  void theCommunityEditionStopsAtFiveReplicasAndIgnoresConstraints() {
    assertThat(GatewayLimits.of(COMMUNITY, List.of(), ask(1, 1, true, "openfaas-fn")).warnings())
        .containsExactly(
            "--autoscale: the Community Edition stops at 5 replicas",
            "the Community Edition ignores the constraints of f0");
  }

  @Test
  void faasdStopsAtFifteenFrom019On() {
    assertThat(full("0.18.8").refusals()).isEmpty();
    assertThat(full("0.18.8").warnings()).noneMatch(line -> line.contains("allows 15"));
    for (String version : List.of("0.19.0", "v0.19.6", "0.20.1", "1.0.0")) {
      assertThat(full(version).refusals()).singleElement().asString().contains("allows 15");
    }
    for (String version : List.of("", "dev", "a5e3c0f")) {
      assertThat(full(version).refusals()).isEmpty();
      assertThat(full(version).warnings())
          .anyMatch(
              line ->
                  line.startsWith(
                      "this faasd tells no version; from 0.19 on: 13 functions are deployed"));
    }
  }

  private static GatewayLimits full(String version) {
    GatewayInfo faasd = new GatewayInfo("faasd", version, "containerd", "0.27.5");
    return GatewayLimits.of(faasd, there(13), ask(17, 3, false, ""));
  }

  @Test
  void warnsOfDeployedFunctionsWhoseReplicasMayChange() {
    String scale = "com.openfaas.scale.";
    List<FunctionStatus> there =
        List.of(
            status("free", Map.of()),
            status("fixed", Map.of(scale + "min", "2", scale + "max", "2")),
            status("one", Map.of(scale + "max", "1")),
            status("wide", Map.of(scale + "min", "1", scale + "max", "5")));
    assertThat(GatewayLimits.of(PRO, there, deployed(false)).warnings())
        .containsExactly(
            "the gateway may change the replicas of free, wide in mid-run: give the labels"
                + " com.openfaas.scale.min and com.openfaas.scale.max the same value, or profile"
                + " with --autoscale");
    assertThat(GatewayLimits.of(PRO, there, deployed(false, "one", "wide")).warnings())
        .singleElement()
        .asString()
        .contains("the replicas of wide in");
    assertThat(GatewayLimits.of(PRO, there, deployed(false, "fixed")).warnings()).isEmpty();
    assertThat(GatewayLimits.of(PRO, there, deployed(true)).warnings()).isEmpty();
    assertThat(GatewayLimits.of(FAASD, there, deployed(false)).warnings())
        .as("faasd never scales")
        .isEmpty();
  }

  private static GatewayLimits.Ask deployed(boolean autoscale, String... names) {
    List<StackFunction> functions = Stream.of(names).map(PlatformWorld::function).toList();
    return new GatewayLimits.Ask(functions, 2, autoscale, "", false);
  }

  @Test
  void aGatewayWithoutItsProviderIsNoUse() {
    GatewayInfo down = new GatewayInfo("", "", "", "0.27.5");
    GatewayLimits limits = GatewayLimits.of(down, List.of(), ask(1, 1, false, ""));
    assertThat(limits.facts()).containsExactly("gateway 0.27.5, provider down");
    assertThat(limits.refusals()).singleElement().asString().contains("start it first");
  }

  private static GatewayLimits.Ask ask(int functions, int atOnce, boolean scale, String where) {
    List<StackFunction> stack =
        IntStream.range(0, functions)
            .mapToObj(
                i ->
                    new StackFunction(
                        PlatformWorld.spec("f" + i),
                        new Deployment(
                            "f" + i,
                            "example/f:1",
                            "",
                            Map.of(),
                            Map.of(),
                            Map.of(),
                            Map.of("cpu", "100m"),
                            Map.of(),
                            List.of(),
                            List.of("node=edge"),
                            false)))
            .toList();
    return new GatewayLimits.Ask(stack, atOnce, scale, where, true);
  }

  private static List<FunctionStatus> there(int number) {
    return IntStream.range(0, number).mapToObj(i -> status("t" + i, Map.of())).toList();
  }

  private static FunctionStatus status(String name, Map<String, String> labels) {
    return new FunctionStatus(name, "openfaas-fn", "example/x", labels, Map.of(), 1, 1, "");
  }
}
