package io.github.edgewatt.forecaster.question;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rates as they were asked for, in that order.
 *
 * @param byFunction requests per second by function, 0 or more; empty for a node at rest
 */
public record Rates(Map<String, Double> byFunction) {
  public Rates {
    byFunction = Collections.unmodifiableMap(new LinkedHashMap<>(byFunction));
  }

  /**
   * Reads {@code figlet=50,env=20}; blank text is a node at rest.
   *
   * @throws BadQuestionException where a part is no such pair or a function stands twice
   */
  public static Rates parse(String text) {
    LinkedHashMap<String, Double> rates = new LinkedHashMap<>();
    if (text.isBlank()) {
      return new Rates(rates);
    }
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      String function = equals < 0 ? "" : pair.substring(0, equals).strip();
      if (function.isEmpty()) {
        throw new BadQuestionException(
            "'%s' is no rate: write FUNCTION=RATE, as in figlet=50,env=20"
                .formatted(Words.shown(pair)));
      }
      if (rates.put(function, Words.rate(function, pair.substring(equals + 1))) != null) {
        throw new BadQuestionException(function + " stands twice: give each function one rate");
      }
    }
    return new Rates(rates);
  }

  /** The function named first. */
  public Optional<String> first() {
    return byFunction.keySet().stream().findFirst();
  }

  public Rates without(String function) {
    LinkedHashMap<String, Double> others = new LinkedHashMap<>(byFunction);
    others.remove(function);
    return new Rates(others);
  }

  /** {@code figlet=50,env=20}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    byFunction.forEach(
        (function, rate) ->
            text.append(text.length() == 0 ? "" : ",")
                .append(function)
                .append('=')
                .append(Figures.plain(rate)));
    return text.toString();
  }
}
