package io.github.edgewatt.scoring.score.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.score.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotesTest {
  private static PowerQuestion question(double cpu) {
    return new PowerQuestion(
        World.source("m", World.FOUR).source().orElseThrow(),
        new PowerPoint(cpu, 4, 0.5, 0.5, 0.5, 20));
  }

  private static Watts answer(PowerQuestion question) {
    if (question.source().kind() == PowerSource.Kind.LINE) {
      double idle = question.source().idleWatts();
      double full = question.source().fullWatts();
      return new Watts(
          idle + (full - idle) * question.point().cpu(), Watts.Origin.FALLBACK, "a line");
    }
    return question.point().cpu() < 0.5
        ? World.watts(80)
        : new Watts(120, Watts.Origin.FALLBACK, "deadline of 100 ms passed");
  }

  @Test
  void asksBothOfTheLineWhereTheModelKnewOneOfThem() {
    Quotes quotes = new Quotes(all -> all.stream().map(QuotesTest::answer).toList());
    List<Watts> answers =
        quotes.askPairs(List.of(question(0.1), question(0.2), question(0.25), question(0.75)));
    assertThat(answers.subList(0, 2)).containsOnly(World.watts(80));
    assertThat(answers.get(2))
        .isEqualTo(new Watts(75, Watts.Origin.FALLBACK, "deadline of 100 ms passed"));
    assertThat(answers.get(3).watts()).isEqualTo(125);
  }

  @Test
  void aPredictorThatAnswersTooFewOrThrowsAnswersNothing() {
    List<PowerQuestion> two = List.of(question(0.1), question(0.2));
    assertThat(new Quotes(all -> List.of(World.watts(1))).askPairs(two))
        .hasSize(2)
        .allMatch(one -> !Quotes.known(one) && one.why().contains("answered 1 questions"));
    Quotes broken =
        new Quotes(
            all -> {
              throw new IllegalStateException("closed");
            });
    assertThat(broken.ask(two)).hasSize(2).allMatch(one -> one.why().contains("closed"));
    assertThat(broken.ask(List.of())).isEmpty();
  }
}
