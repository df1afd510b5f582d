package io.github.edgewatt.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.Usage;
import io.github.edgewatt.scoring.climate.Climate;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.score.power.NodeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One node of three has something wrong: it alone is neutral, and says why. */
class FaultsTest {
  private static final String BAD = "bad";

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "no metrics of the node",
            world -> {
              world.cluster.removeNode(BAD);
              world.cluster.put(node(World.RANGES, 4));
            }),
        fault("metrics 4 min old", world -> use(world, 1, 241)),
        fault("metrics dated 10 min ahead", world -> use(world, 1, -600)),
        fault("its metrics tell no CPU", world -> use(world, Double.NaN, 0)),
        fault("its metrics tell no CPU", world -> use(world, -1, 0)),
        fault("its metrics tell no CPU", world -> use(world, Double.POSITIVE_INFINITY, 0)),
        fault("the node tells no CPU capacity", world -> world.cluster.put(node(World.RANGES, 0))),
        fault("no temperature page of the node", world -> world.climates.remove(BAD)),
        fault("temperature page 22 min old", world -> climate(world, 25, 60, 60, 22 * 60)),
        fault("no ambient temperature on its page", world -> climate(world, Double.NaN, 60, 60, 0)),
        fault("no CPU1 temperature on its page", world -> climate(world, 25, Double.NaN, 60, 0)),
        fault("no CPU2 temperature on its page", world -> climate(world, 25, 60, Double.NaN, 0)),
        fault("label cpu1/max is not above cpu1/min", world -> label(world, "cpu1/max", "20")),
        fault("label ambient/min or /max is no number", world -> label(world, "ambient/max", "x")),
        fault("no label ambient/min", world -> label(world, "ambient/min", null)),
        fault("no label cpu2/max", world -> label(world, "cpu2/max", null)),
        fault("no model", world -> world.sources.put(BAD, NodeSource.none("no model"))),
        fault("connection refused", world -> answer(world, Double.NaN, "connection refused")),
        fault("the model answered no number", world -> answer(world, Double.NaN, "")),
        fault(
            "the model answered no number", world -> answer(world, Double.POSITIVE_INFINITY, "")));
  }

  private static Arguments fault(String reason, Consumer<World> break_) {
    return Arguments.of(reason, break_);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void oneNodesFaultIsThatNodesAlone(String reason, Consumer<World> fault) {
    World world = world();
    fault.accept(world);
    List<NodeScore> scores =
        world
            .scorer(ScoringSettings.DEFAULTS)
            .score(World.pod(World.requests(1)), List.of("small", BAD, "large"));
    assertThat(scores.get(1).reasons()).containsExactly(reason);
    assertThat(scores.get(1).neutral()).isTrue();
    assertThat(scores.get(1).score()).isEqualTo(50);
    assertThat(scores.get(1).wattsBefore()).isNaN();
    assertThat(scores.get(0).score()).isZero();
    assertThat(scores.get(2).score()).isEqualTo(100);
    assertThat(world.batches).isEqualTo(1);
  }

  private static World world() {
    World world = new World();
    for (String name : List.of("small", BAD, "large")) {
      double cores = name.equals("small") ? 2 : name.equals("large") ? 8 : 4;
      world.node(name, cores, 1, World.RANGES, Map.of());
      world.sources.put(name, World.source(name, World.FOUR));
      world.climates.put(name, new Climate(25, 60, 60, world.now()));
    }
    return world;
  }

  private static Node node(Map<String, String> labels, double cores) {
    return new Node(BAD, labels, Map.of(), "", cores, 1e9, false);
  }

  private static void use(World world, double cores, int secondsAgo) {
    Usage usage = new Usage(cores, 1, world.now().minus(Duration.ofSeconds(secondsAgo)));
    world.cluster.nodeUsage(BAD, usage);
  }

  private static void climate(World world, double air, double cpu1, double cpu2, int secondsAgo) {
    world.climates.put(
        BAD, new Climate(air, cpu1, cpu2, world.now().minus(Duration.ofSeconds(secondsAgo))));
  }

  private static void label(World world, String key, String value) {
    Map<String, String> labels = new HashMap<>(World.RANGES);
    labels.remove(key);
    if (value != null) {
      labels.put(key, value);
    }
    world.cluster.put(node(labels, 4));
  }

  private static void answer(World world, double watts, String why) {
    var well = world.model;
    world.model =
        question ->
            question.source().name().equals(BAD)
                ? new Watts(watts, Watts.Origin.NONE, why)
                : well.apply(question);
  }
}
