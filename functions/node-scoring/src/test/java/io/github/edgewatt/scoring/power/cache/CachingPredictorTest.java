package io.github.edgewatt.scoring.power.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Feature;
import io.github.edgewatt.scoring.power.PowerSource.Kind;
import io.github.edgewatt.scoring.power.Sources;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.power.Watts.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachingPredictorTest {
  private final Bench bench = new Bench();

  private static PowerQuestion question(PowerSource source, double cpu, double ambient) {
    return new PowerQuestion(source, new PowerPoint(cpu, 8, ambient, 0.5, 0.5, 25));
  }

  @Test
  void asksOnceAndRemembers() {
    assertThat(bench.ask(0.25)).isEqualTo(new Watts(80, Origin.MODEL, ""));
    assertThat(bench.model.batches()).hasSize(1);
    assertThat(bench.model.last().rows()).isDeepEqualTo(new float[][] {{0.25f, 0.5f, 0.5f, 0.5f}});
    bench.ask(0.25);
    assertThat(bench.model.batches()).hasSize(1);
    assertThat(bench.predictor.figures()).isEqualTo(new PredictorFigures(2, 1, 0, 1, 0));
  }

  @Test
  void oneBatchASourceAndPointsOnlyOnce() {
    PowerSource other = Sources.frugal(Kind.OPEN_INFERENCE, "10.0.0.10", 8080);
    List<Watts> answers =
        bench.ask(
            Sources.at(bench.source, 0.10),
            Sources.at(other, 0.20),
            Sources.at(bench.source, 0.15),
            Sources.at(bench.source, 0.10),
            Sources.at(other, 0.25));
    assertThat(answers).extracting(Watts::origin).containsOnly(Origin.MODEL);
    assertThat(answers.get(0)).isEqualTo(answers.get(3));
    assertThat(bench.model.batches()).hasSize(2);
    assertThat(bench.model.batches())
        .allSatisfy(batch -> assertThat(batch.rows()).hasNumberOfRows(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void interpolatesSoThatRoundingMakesNoTies(long seed) {
    bench.model.answers(row -> 50 + 70 * Math.pow(row[0], 1.4) + 10 * row[1]);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      double cpu = random.nextDouble();
      double more = cpu + 1e-5;
      List<Watts> pair =
          bench.ask(question(bench.source, cpu, 0.25), question(bench.source, more, 0.25));
      double exact = 50 + 70 * Math.pow(cpu, 1.4) + 2.5;
      assertThat(pair.get(0).watts()).isCloseTo(exact, within(0.02));
      assertThat(pair.get(1).watts()).isGreaterThan(pair.get(0).watts());
    }
    int points = bench.model.batches().stream().mapToInt(batch -> batch.rows().length).sum();
    assertThat(points).isLessThanOrEqualTo(102);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.2, 0.3, 0.6, 0.7, 0.9, 1.0, 1.2})
  void whatUpstreamRoundsToTenthsIsAskedAsItIs(double tenth) {
    bench.model.answers(row -> 100 * Math.sqrt(row[0]));
    assertThat(bench.ask(tenth).watts()).isEqualTo(100 * Math.sqrt((float) tenth));
    assertThat(bench.model.last().rows()).hasNumberOfRows(1);
  }

  @Test
  void temperaturesThatASensorTellsApartStayApart() {
    bench.model.answers(row -> 60 + 100 * row[1]);
    assertThat(bench.ask(question(bench.source, 0.5, 0.500)).get(0).watts())
        .isLessThan(bench.ask(question(bench.source, 0.5, 0.501)).get(0).watts());
  }

  @Test
  void asksForTheSourcesOwnFeatures() {
    PowerSource source =
        new PowerSource(
            Kind.OPEN_INFERENCE,
            "h",
            1,
            "m",
            OptionalLong.empty(),
            "x",
            List.of(
                Feature.CPU_CORES,
                Feature.CPU_PERCENT,
                Feature.AMBIENT_CELSIUS,
                Feature.CPU2,
                Feature.CPU1),
            Double.NaN,
            Double.NaN);
    PowerPoint point = new PowerPoint(0.25, 16, Double.NaN, 0.125, 0.75, 21.35);
    bench.ask(new PowerQuestion(source, point));
    assertThat(bench.model.last().rows())
        .isDeepEqualTo(new float[][] {{4f, 25f, 21.35f, 0.75f, 0.125f}});
  }

  @Test
  void answersGoOutOfDateAndAreAskedAgainBeforeThat() {
    bench.ask(0.5);
    bench.pass(Duration.ofMinutes(13));
    bench.model.isSilent();
    assertThat(bench.ask(0.5).origin()).isEqualTo(Origin.MODEL);
    assertThat(bench.waits).isEmpty();
    assertThat(bench.model.batches()).hasSize(2);
    bench.model.answers(row -> 99);
    bench.model.release(bench.model.last());
    bench.pass(Duration.ofMinutes(5));
    assertThat(bench.ask(0.5).watts()).isEqualTo(99);
    assertThat(bench.model.batches()).hasSize(2);
    bench.pass(Duration.ofHours(1));
    bench.model.answers(row -> 98);
    assertThat(bench.ask(0.5).watts()).isEqualTo(98);
    assertThat(bench.model.batches()).hasSize(3);
  }

  @Test
  void aStraightLineAndAnUnknownKindOfNodeNeedNoModel() {
    PowerSource line =
        new PowerSource(
            Kind.LINE, "", 0, "", OptionalLong.empty(), "", List.of(Feature.CPU), 60, 140);
    PowerSource curve =
        new PowerSource(
            Kind.MODEL, "", 0, "MID", OptionalLong.empty(), "", List.of(Feature.CPU), 60, 140);
    List<Watts> answers = bench.ask(Sources.at(line, 0.25), Sources.at(curve, 0.5));
    assertThat(answers.get(0))
        .isEqualTo(new Watts(80, Origin.FALLBACK, "a straight line, as the node has no model"));
    assertThat(answers.get(1))
        .isEqualTo(new Watts(100, Origin.FALLBACK, "no model for a node type MID"));
    assertThat(bench.model.batches()).isEmpty();
  }

  @Test
  void whatAModelCannotBeAskedIsTheLines() {
    for (double cpu : new double[] {Double.NaN, -0.1, 1.6, Double.POSITIVE_INFINITY}) {
      Watts answer = bench.ask(cpu);
      assertThat(answer.origin()).isNotEqualTo(Origin.MODEL);
      assertThat(answer.why()).startsWith("a CPU use that no model is asked");
    }
    Watts noAmbient = bench.ask(question(bench.source, 0.5, Double.NaN)).get(0);
    assertThat(noAmbient)
        .isEqualTo(new Watts(100, Origin.FALLBACK, "a temperature that its model asks is unknown"));
    assertThat(bench.model.batches()).isEmpty();
  }

  @Test
  void memoryIsBounded() {
    PredictorOptions defaults = PredictorOptions.DEFAULTS;
    PredictorOptions few =
        new PredictorOptions(
            defaults.deadline(),
            defaults.timeout(),
            defaults.keep(),
            100,
            1000,
            20,
            50,
            3,
            defaults.pause());
    Bench small = new Bench(few);
    List<PowerQuestion> questions = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      questions.add(question(small.source, 0.5, i / 1000.0));
    }
    for (int round = 0; round < 3; round++) {
      assertThat(small.predictor.predict(questions))
          .extracting(Watts::origin)
          .containsOnly(Origin.MODEL);
    }
    assertThat(small.predictor.rows()).isLessThanOrEqualTo(50);
  }

  @Test
  void noQuestionsNoAnswers() {
    assertThat(bench.predictor.predict(List.of())).isEmpty();
  }
}
