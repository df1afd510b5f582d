package io.github.edgewatt.scoring.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.BadInputException;
import io.github.edgewatt.scoring.explain.Explanation;
import io.github.edgewatt.scoring.explain.Question;
import io.github.edgewatt.scoring.explain.QuestionReader;
import io.github.edgewatt.scoring.pod.Pods;
import io.github.edgewatt.scoring.score.Estimate;
import io.github.edgewatt.scoring.score.NodeScore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real parts together, over a cluster from a file. */
class EngineTest {
  private static final Pod HALF = Pods.ofMilliCores(500);
  private static final List<String> ALL = List.of("mute", "small", "nobody", "big", "small");
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.start(Given.config("replay=" + Given.cluster(), "metrics-every=10ms"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void theNodeThatAddsFewerWattsIsBest() {
    List<NodeScore> scores = engine.of("").score(HALF, ALL);

    assertThat(scores).extracting(NodeScore::node).isEqualTo(ALL);
    assertThat(scores).extracting(NodeScore::score).containsExactly(50.0, 0.0, 50.0, 100.0, 0.0);
    // big: 100 W over 16 cores; small: 40 W over 4.
    assertThat(scores.get(3).deltaWatts()).isCloseTo(3.125, within(1e-9));
    assertThat(scores.get(1).deltaWatts()).isCloseTo(5.0, within(1e-9));
    assertThat(scores.get(0).neutral()).isTrue();
    assertThat(scores.get(0).reasons().get(0)).contains("nobody knows its watts");
    assertThat(scores.get(2).neutral()).isTrue();
  }

  @Test
  void policiesOfQuestionsAreReadAndKept() {
    assertThat(engine.of("power")).isSameAs(engine.of("power=1"));
    assertThat(engine.of("wao-v2").score(HALF, List.of("small", "big")))
        .extracting(NodeScore::score)
        .containsExactly(20.0, 100.0);
    assertThat(engine.of("wao-v1").score(HALF, List.of("mute")).get(0).score()).isZero();
    for (int i = 1; i < 50; i++) {
      assertThat(engine.of("power=" + i + ",fpga=1")).isNotNull();
    }
    assertThatThrownBy(() -> engine.of("cheapest"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("no policy 'cheapest': power, wao-v1, wao-v2, fpga, or power=1,fpga=1");
  }

  @Test
  void severalPodsGoWhereTheyCostLeast() {
    Estimate estimate = engine.of("").estimate(HALF, ALL, 3);

    assertThat(estimate.steps()).extracting(Estimate.Step::node).containsOnly("big");
    assertThat(estimate.steps().get(2).totalWatts()).isCloseTo(9.375, within(1e-9));
  }

  @Test
  void anExplanationCoversAllNodesAndChangesNothing() {
    Question question =
        QuestionReader.read("{\"pod\":{\"cpu\":\"500m\"}}".getBytes(StandardCharsets.UTF_8));

    Explanation first = Explanation.of(question, engine);

    assertThat(first.lines()).extracting(line -> line.score().node()).contains("big", "mute");
    assertThat(Explanation.of(question, engine)).isEqualTo(first);
  }

  @Test
  void stateTellsWhatIsKnown() {
    assertThat(engine.missing()).isEmpty();
    assertThat(engine.readings()).isTrue();
    assertThat(engine.state())
        .containsEntry("nodes", 3)
        .containsEntry("nodesWithUsage", 3L)
        .containsEntry("pods", 1L)
        .containsEntry("policy", "power=1,fpga=1");
  }

  @Test
  void aQuestionIsAnsweredWithoutAServer() throws Exception {
    Question question =
        QuestionReader.read(
            "{\"pod\":{\"cpu\":1},\"nodes\":[\"small\"]}".getBytes(StandardCharsets.UTF_8));

    Explanation explanation =
        Once.explain(Given.config("replay=" + Given.cluster(), "ipmi-port=0"), question);

    assertThat(explanation.lines()).hasSize(1);
    assertThat(explanation.lines().get(0).score().wattsBefore()).isCloseTo(20, within(1e-9));
  }
}
