package io.github.edgewatt.scoring.score.fpga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.score.World;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FpgaPolicyTest {
  private final World world = new World();

  private static String state(double usage, double reconfiguration, String... bitstreams) {
    String ids =
        String.join(",", List.of(bitstreams).stream().map(id -> "\"" + id + "\":{}").toList());
    return "{\"recentUsage\":%s,\"recentReconfigurationTime\":%s,\"recentBitstreamIdentifiers\":{%s},\"version\":1}"
        .formatted(usage, reconfiguration, ids);
  }

  private void node(String name, String state) {
    world.node(name, 4, 1, Map.of(), Map.of(FpgaKeys.STATE, state));
  }

  private static Pod pod(String... labels) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      all.put(labels[i], labels[i + 1]);
    }
    return World.pod(World.requests(1), all, Map.of());
  }

  private List<FpgaScore> score(FpgaSettings settings, Pod pod, String... nodes) {
    return new FpgaPolicy(world.cluster, settings, world.clock()).score(pod, world.entries(nodes));
  }

  private List<Double> scores(Pod pod, String... nodes) {
    return score(FpgaSettings.DEFAULTS, pod, nodes).stream().map(FpgaScore::score).toList();
  }

  @Test
  void ranksAsUpstreamDoes() {
    node("third", state(300, 30, "def"));
    node("first", state(100, 10, "def"));
    node("second", state(200, 20, "def"));
    assertThat(scores(pod(), "third", "first", "second")).containsExactly(46.0, 100.0, 73.0);
    Pod fits = pod(FpgaKeys.BITSTREAM, "def");
    assertThat(scores(fits, "third", "first", "second")).containsExactly(46.0, 100.0, 73.0);
    Pod other = pod(FpgaKeys.BITSTREAM, "abc");
    assertThat(scores(other, "third", "first", "second")).containsExactly(26.0, 80.0, 53.0);
  }

  @Test
  void withWeightsOneOneNoneTheLaterFormulaHolds() {
    node("a", state(1, 1));
    node("b", state(2, 2));
    node("c", state(3, 3));
    FpgaSettings settings = new FpgaSettings(1, 1, 0, false, Duration.ofMinutes(5));
    assertThat(score(settings, pod(), "a", "b", "c"))
        .extracting(FpgaScore::score)
        .containsExactly(100.0, 66.0, 33.0);
  }

  @Test
  void equalNodesShareTheBestRankHoweverFarTheyAreFromTheNext() {
    node("a", state(0, 5));
    node("b", state(-0.0, 5));
    node("c", state(300_000, 5));
    node("d", state(300_001, 5));
    assertThat(scores(pod(), "a", "b", "c", "d")).containsExactly(100.0, 100.0, 80.0, 70.0);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "0.5, 0.75, 1, 0.75", "0.75, 0.5, 1, 0.75", "0.25, 0.25, 1, 0.5"})
  void agreesWithTheSimulator(double usage, double reconfiguration, double fits, double score) {
    FpgaSettings settings = new FpgaSettings(1, 1, 1, false, Duration.ofMinutes(5));
    assertThat(settings.percent(usage, reconfiguration, fits) / 100)
        .isCloseTo(score, within(1e-12));
  }

  @Test
  void bySizeTheDistanceCounts() {
    node("a", state(0, 0));
    node("b", state(1, 0));
    node("c", state(300, 0));
    FpgaSettings settings = new FpgaSettings(1, 0, 0, true, Duration.ofMinutes(5));
    assertThat(score(settings, pod(), "a", "b", "c"))
        .extracting(FpgaScore::score)
        .satisfiesExactly(
            one -> assertThat(one).isEqualTo(100),
            one -> assertThat(one).isCloseTo(100 - 100 / 300.0, within(1e-9)),
            one -> assertThat(one).isZero());
    assertThat(score(settings, pod(), "a").get(0).score()).isEqualTo(100);
  }

  @Test
  void weightsBelowNoughtCountAsNoughtAndAllNoughtAsTheDefault() {
    Duration age = Duration.ofMinutes(5);
    assertThat(new FpgaSettings(-1, Double.NaN, 0, false, age)).isEqualTo(FpgaSettings.DEFAULTS);
    assertThat(new FpgaSettings(-1, 3, -2, false, age))
        .isEqualTo(new FpgaSettings(0, 3, 0, false, age));
    assertThatThrownBy(() -> new FpgaSettings(Double.POSITIVE_INFINITY, 1, 1, false, age))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "fpga-scheduling.io/enabled, true, true",
    "fpga-scheduling.io/fpga-enabled, true, true",
    "fpga-scheduling.io/enabled, True, false",
    "fpga-scheduling.io/enabled, false, false",
    "other, true, false"
  })
  void judgesPodsThatAskForIt(String label, String value, boolean wanted) {
    assertThat(
            new FpgaPolicy(world.cluster, FpgaSettings.DEFAULTS, world.clock())
                .wanted(pod(label, value)))
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"amd, amd, false", "amd, intel, true", "-, intel, false", "amd, -, false"})
  void tellsVendorsApart(String wanted, String has, boolean other) {
    Map<String, String> labels = has == null ? Map.of() : Map.of(FpgaKeys.VENDOR, has);
    Node node = world.node("n", 4, 1, labels, Map.of());
    Pod pod = wanted == null ? pod() : pod(FpgaKeys.VENDOR, wanted);
    assertThat(
            new FpgaPolicy(world.cluster, FpgaSettings.DEFAULTS, world.clock())
                .otherVendor(pod, node))
        .isEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"x\"",
        "{}",
        "{\"recentUsage\":1}",
        "{\"recentUsage\":\"1\",\"recentReconfigurationTime\":0}",
        "{\"recentUsage\":-1,\"recentReconfigurationTime\":0}",
        "{\"recentUsage\":NaN,\"recentReconfigurationTime\":0}",
        "{\"recentUsage\":1e999,\"recentReconfigurationTime\":0}",
        "{\"recentUsage\":1,\"recentReconfigurationTime\":0,\"version\":7}",
        "{\"recentUsage\":1,\"recentReconfigurationTime\":0,\"recentBitstreamIdentifiers\":[]}",
        "{\"recentUsage\":1,\"recentReconfigurationTime\":0,\"recentBitstreamIdentifiers\":{\"a\""
      })
  void oneNodesNonsenseIsThatNodesAlone(String text) {
    node("broken", text);
    node("good", state(1, 1));
    node("better", state(0, 0));
    List<FpgaScore> scores = score(FpgaSettings.DEFAULTS, pod(), "broken", "good", "better");
    assertThat(scores.get(0).score()).isNaN();
    assertThat(scores.get(0).why()).startsWith("FPGA state cannot be read: ").hasSizeLessThan(160);
    assertThat(scores.get(1).score()).isEqualTo(60);
    assertThat(scores.get(2).score()).isEqualTo(100);
  }

  @Test
  void readsPastUpstreamsOwnState() throws IOException {
    FpgaState state =
        FpgaStateReader.read(
            "{\"UsageState\":\"AAAA\",\"more\":{\"x\":[1,{\"recentUsage\":9}]},\"version\":1,"
                + "\"recentReconfigurationTime\":10000,\"recentUsage\":0,"
                + "\"recentBitstreamIdentifiers\":{\"def\":{},\"abc\":{\"n\":1}}}");
    assertThat(state).isEqualTo(new FpgaState(0, 10_000, java.util.Set.of("def", "abc")));
    assertThat(
            FpgaStateReader.read(
                "{\"recentUsage\":1.5,\"recentReconfigurationTime\":2,\"recentBitstreamIdentifiers\":null}"))
        .isEqualTo(new FpgaState(1.5, 2, java.util.Set.of()));
  }

  @Test
  void nodesWithoutAStateAreLastAndWithoutAnyNobodyIsJudged() {
    node("has", state(5, 5));
    world.node("none", 1);
    assertThat(scores(pod(), "none", "has")).containsExactly(0.0, 100.0);
    List<FpgaScore> alone = score(FpgaSettings.DEFAULTS, pod(), "none");
    assertThat(alone.get(0).score()).isNaN();
    assertThat(alone.get(0).why()).isEqualTo("no FPGA state");
    assertThat(scores(pod())).isEmpty();
  }

  @Test
  void aStateThatIsNoLongerWrittenIsNotJudged() {
    String at = world.now().toString();
    world.node("n", 4, 1, Map.of(), Map.of(FpgaKeys.STATE, state(1, 1), FpgaKeys.UPDATED_AT, at));
    world.node(
        "m", 4, 1, Map.of(), Map.of(FpgaKeys.STATE, state(1, 1), FpgaKeys.UPDATED_AT, "lately"));
    FpgaPolicy policy = new FpgaPolicy(world.cluster, FpgaSettings.DEFAULTS, world.clock());
    assertThat(policy.score(pod(), world.entries("n", "m")))
        .containsExactly(
            new FpgaScore(100, ""),
            new FpgaScore(Double.NaN, "fpga-scheduling.io/updated-at is no time"));
    world.pass(Duration.ofSeconds(301));
    assertThat(policy.score(pod(), world.entries("n")))
        .containsExactly(new FpgaScore(Double.NaN, "FPGA state 5 min old"));
  }

  @Test
  void parsesATextOnceHoweverOftenTheNodeChanges() {
    node("n", state(1, 1));
    FpgaFacts first = FpgaFacts.of(world.entries("n").get(0).node(), null);
    Map<String, String> more =
        Map.of(FpgaKeys.STATE, state(1, 1), FpgaKeys.UPDATED_AT, "2026-01-02T03:04:05+01:00");
    Node changed = world.node("n", 4, 2, Map.of("a", "b"), more);
    FpgaFacts second = FpgaFacts.of(changed, first);
    assertThat(second.state()).isSameAs(first.state());
    assertThat(second.updatedAt()).isEqualTo("2026-01-02T02:04:05Z");
    FpgaFacts third = FpgaFacts.of(world.node("n", 4, 2, Map.of("c", "d"), more), second);
    assertThat(third.updatedAt()).isSameAs(second.updatedAt());
    node("n", state(2, 1));
    FpgaFacts fourth = FpgaFacts.of(world.entries("n").get(0).node(), third);
    assertThat(fourth.state().usageMillis()).isEqualTo(2);
  }
}
