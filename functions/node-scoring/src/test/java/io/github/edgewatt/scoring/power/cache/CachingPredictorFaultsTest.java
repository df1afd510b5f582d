package io.github.edgewatt.scoring.power.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.Sources;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.power.Watts.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachingPredictorFaultsTest {
  private static final Duration DEADLINE = PredictorOptions.DEFAULTS.deadline();

  private final Bench bench = new Bench();

  @Test
  void waitsNoLongerThanTheDeadlineAndKeepsTheLateAnswer() {
    bench.model.isSilent();
    Watts first = bench.ask(0.5);
    assertThat(bench.waits).containsExactly(DEADLINE);
    assertThat(first)
        .isEqualTo(
            new Watts(100, Origin.FALLBACK, "frugal at 10.0.0.9:8500: no answer within 100 ms"));
    bench.model.release(bench.model.last());
    assertThat(bench.ask(0.5)).isEqualTo(new Watts(100, Origin.MODEL, ""));
    assertThat(bench.model.batches()).hasSize(1);
  }

  @Test
  void anAnswerDuringTheWaitCounts() {
    bench.model.isSilent();
    bench.duringWait(() -> bench.model.release(bench.model.last()));
    assertThat(bench.ask(0.25)).isEqualTo(new Watts(80, Origin.MODEL, ""));
  }

  @Test
  void nobodyWaitsForASourceThatIsAlwaysLate() {
    bench.model.isSilent();
    for (int i = 0; i < 20; i++) {
      bench.ask(i / 100.0);
    }
    assertThat(bench.waits).hasSize(3);
    assertThat(bench.model.batches()).hasSize(20);
    bench.model.batches().forEach(bench.model::release);
    assertThat(bench.ask(0.07).origin()).isEqualTo(Origin.MODEL);
    bench.model.answers(row -> 77);
    assertThat(bench.ask(0.5)).isEqualTo(new Watts(77, Origin.MODEL, ""));
    bench.model.isSilent();
    bench.ask(0.6);
    assertThat(bench.waits).hasSize(4);
  }

  @Test
  void withoutALineThereIsNoAnswerButAReason() {
    PowerSource bare = Sources.named(bench.source, "konohana", OptionalLong.empty());
    bench.model.fails("UNAVAILABLE: connection refused");
    Watts answer = bench.ask(Sources.at(bare, 0.5)).get(0);
    assertThat(answer.watts()).isNaN();
    assertThat(answer.origin()).isEqualTo(Origin.NONE);
    assertThat(answer.why())
        .isEqualTo("konohana at 10.0.0.9:8500: UNAVAILABLE: connection refused");
  }

  @Test
  void aSourceThatFailsIsLeftAloneThenTriedOnce() {
    bench.model.fails("down");
    for (int i = 0; i < 10; i++) {
      assertThat(bench.ask(0.5).origin()).isEqualTo(Origin.FALLBACK);
    }
    assertThat(bench.model.batches()).hasSize(3);
    assertThat(bench.ask(0.5).why())
        .isEqualTo("frugal at 10.0.0.9:8500: left alone after 3 failures: down");
    assertThat(bench.predictor.figures().paused()).isEqualTo(1);

    bench.pass(Duration.ofSeconds(10));
    bench.ask(0.5);
    bench.ask(0.5);
    assertThat(bench.model.batches()).hasSize(4);

    bench.pass(Duration.ofSeconds(10));
    bench.model.isSilent();
    bench.ask(0.5);
    bench.ask(0.6);
    assertThat(bench.model.batches()).hasSize(5);
    assertThat(bench.waits).isEmpty();
    bench.model.release(bench.model.last());
    assertThat(bench.ask(0.5).origin()).isEqualTo(Origin.MODEL);
    assertThat(bench.predictor.figures().paused()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, no number of watts",
    "Infinity, no number of watts",
    "-3, less than 0 W",
  })
  void unusableWattsAreNotUsedNorAskedForAtOnce(double watts, String said) {
    bench.model.answers(row -> row[0] > 0.45f ? watts : 70);
    assertThat(bench.ask(0.5))
        .isEqualTo(
            new Watts(100, Origin.FALLBACK, "frugal at 10.0.0.9:8500: the model answered " + said));
    assertThat(bench.ask(0.4)).isEqualTo(new Watts(70, Origin.MODEL, ""));
    bench.ask(0.5);
    assertThat(bench.model.batches()).hasSize(2);
    bench.pass(Duration.ofSeconds(10));
    bench.model.answers(row -> 71);
    assertThat(bench.ask(0.5)).isEqualTo(new Watts(71, Origin.MODEL, ""));
  }

  @Test
  void aWrongNumberOfAnswersIsNone() {
    bench.model.isSilent();
    bench.duringWait(() -> bench.model.last().answer().complete(new double[] {1, 2, 3}));
    assertThat(bench.ask(0.5).why()).isEqualTo("frugal at 10.0.0.9:8500: 3 answers to 1 questions");
  }

  @Test
  void aModelThatThrowsIsAModelThatFails() {
    CachingPredictor predictor =
        CachingPredictor.asking(
            (source, rows) -> {
              throw new IllegalStateException("broken");
            },
            PredictorOptions.DEFAULTS);
    Watts answer = predictor.predict(List.of(Sources.at(bench.source, 0.5))).get(0);
    assertThat(answer.origin()).isEqualTo(Origin.FALLBACK);
    assertThat(answer.why()).contains("broken");
  }

  @Test
  void oneDeadSourceCostsTheOthersNothing() {
    PowerSource dead = Sources.named(bench.source, "dead", OptionalLong.empty());
    bench.model.isSilent();
    bench.duringWait(
        () ->
            bench.model.batches().stream()
                .filter(batch -> batch.source().name().equals("frugal"))
                .forEach(bench.model::release));
    List<Watts> answers = bench.ask(Sources.at(dead, 0.5), Sources.at(bench.source, 0.5));
    assertThat(answers).extracting(Watts::origin).containsExactly(Origin.NONE, Origin.MODEL);
    assertThat(bench.waits).containsExactly(DEADLINE);
  }

  @Test
  void whatIsUnderWayIsBounded() {
    bench.model.isSilent();
    for (int call = 0; call < 3; call++) {
      List<PowerQuestion> questions = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        PowerQuestion at = Sources.at(bench.source, 0.5);
        double ambient = (call * 10_000 + i) / 1000.0;
        questions.add(
            new PowerQuestion(
                at.source(),
                new io.github.edgewatt.scoring.power.PowerPoint(0.5, 8, ambient, 0.5, 0.5, 25)));
      }
      bench.predictor.predict(questions);
    }
    int points = bench.model.batches().stream().mapToInt(batch -> batch.rows().length).sum();
    assertThat(points).isEqualTo(Trip.MOST_UNDER_WAY);
    assertThat(bench.model.batches())
        .allSatisfy(batch -> assertThat(batch.rows().length).isLessThanOrEqualTo(Trip.MOST_SPOTS));
  }

  @Test
  void manyCallersShareOneQuestion() throws Exception {
    FakeModel model = new FakeModel();
    model.isSilent();
    CachingPredictor predictor =
        CachingPredictor.asking(
            model, PredictorOptions.DEFAULTS.withDeadline(Duration.ofSeconds(30)));
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Watts>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            callers.submit(() -> predictor.predict(List.of(Sources.at(bench.source, 0.5)))));
      }
      while (model.batches().isEmpty()) {
        Thread.sleep(20);
      }
      model.release(model.last());
      for (Future<List<Watts>> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS).get(0))
            .isEqualTo(new Watts(100, Origin.MODEL, ""));
      }
      assertThat(model.batches()).hasSize(1);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void theMachinesClockEndsTheWaitToo() {
    FakeModel model = new FakeModel();
    model.isSilent();
    CachingPredictor predictor = CachingPredictor.asking(model, PredictorOptions.DEFAULTS);
    long started = System.nanoTime();
    assertThat(predictor.predict(List.of(Sources.at(bench.source, 0.5))).get(0).origin())
        .isEqualTo(Origin.FALLBACK);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    assertThat(took).isBetween(DEADLINE, Duration.ofSeconds(30));
  }
}
