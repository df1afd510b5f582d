package io.github.edgewatt.scoring.power;

import java.util.List;

/** Answers what nodes would draw. Never throws and never takes longer than its deadline. */
@FunctionalInterface
public interface PowerPredictor {
  /** The answers, in order, one a question. */
  List<Watts> predict(List<PowerQuestion> questions);
}
