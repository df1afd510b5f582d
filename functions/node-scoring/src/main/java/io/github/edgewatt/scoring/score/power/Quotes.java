package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.scoring.power.PowerPredictor;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.Watts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * Asks a predictor for pairs of watts that can be subtracted: both from the same origin. Whatever
 * the predictor does, there is one answer a question.
 */
final class Quotes {
  private final PowerPredictor predictor;

  Quotes(PowerPredictor predictor) {
    this.predictor = predictor;
  }

  /** Answers, in order; those missing or without a finite figure say why. */
  List<Watts> ask(List<PowerQuestion> questions) {
    if (questions.isEmpty()) {
      return List.of();
    }
    try {
      List<Watts> answers = predictor.predict(questions);
      return answers.size() == questions.size()
          ? answers
          : nobody(questions.size(), "the predictor answered " + answers.size() + " questions");
    } catch (RuntimeException e) {
      return nobody(questions.size(), "the predictor failed: " + e);
    }
  }

  /**
   * Answers, in order, to questions that come in pairs (before and after). Where a model answered
   * one of a pair and the straight line the other, their difference would mean nothing: both are
   * asked of the straight line then.
   */
  List<Watts> askPairs(List<PowerQuestion> questions) {
    List<Watts> answers = ask(questions);
    List<Integer> mixed = new ArrayList<>();
    for (int i = 0; i + 1 < answers.size(); i += 2) {
      if (known(answers.get(i))
          && known(answers.get(i + 1))
          && answers.get(i).origin() != answers.get(i + 1).origin()) {
        mixed.add(i);
      }
    }
    return mixed.isEmpty() ? answers : straightened(questions, answers, mixed);
  }

  /** Whether it tells watts. */
  static boolean known(Watts watts) {
    return watts != null && Double.isFinite(watts.watts());
  }

  private List<Watts> straightened(
      List<PowerQuestion> questions, List<Watts> answers, List<Integer> pairs) {
    List<PowerQuestion> again = new ArrayList<>();
    for (int at : pairs) {
      again.add(onLine(questions.get(at)));
      again.add(onLine(questions.get(at + 1)));
    }
    List<Watts> lines = ask(again);
    List<Watts> all = new ArrayList<>(answers);
    for (int i = 0; i < pairs.size(); i++) {
      int at = pairs.get(i);
      String why = why(answers, at);
      all.set(at, asFallback(lines.get(2 * i), why));
      all.set(at + 1, asFallback(lines.get(2 * i + 1), why));
    }
    return all;
  }

  private static String why(List<Watts> answers, int at) {
    Watts before = answers.get(at);
    return before.origin() == Watts.Origin.MODEL ? answers.get(at + 1).why() : before.why();
  }

  private static Watts asFallback(Watts line, String why) {
    return known(line) ? new Watts(line.watts(), Watts.Origin.FALLBACK, why) : line;
  }

  private static PowerQuestion onLine(PowerQuestion question) {
    PowerSource source = question.source();
    return new PowerQuestion(
        new PowerSource(
            PowerSource.Kind.LINE,
            "",
            0,
            "",
            OptionalLong.empty(),
            "",
            List.of(PowerSource.Feature.CPU),
            source.idleWatts(),
            source.fullWatts()),
        question.point());
  }

  private static List<Watts> nobody(int count, String why) {
    return Collections.nCopies(count, new Watts(Double.NaN, Watts.Origin.NONE, why));
  }
}
