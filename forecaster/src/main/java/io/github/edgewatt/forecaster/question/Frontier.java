package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.question.SafeRate.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds the highest rate up to which a function is safe, given the others' rates.
 *
 * <p>Safe means a probability of overload of at most the risk; bounds of the CPU play no part, as
 * most overloads come before the CPU is used up. A trained probability need not rise with the rate,
 * so the search never trusts the middle of an interval: it walks up a grid to the first rate that
 * is not safe, then does the same inside the cell below it. A spike narrower than a cell (1/200 of
 * the measured range) may be missed.
 */
public final class Frontier {
  /** Cells of the grid over the measured range. */
  static final int CELLS = 200;

  /** Steps of the grid beyond the measured range: this share of the rate. */
  static final double STEP_BEYOND = 0.02;

  private static final int CHUNK = 256;
  private static final int PARTS = 16;

  private final CheckedForecaster forecaster;
  private final NodeType node;
  private final Idle idle;
  private final double risk;

  /**
   * @param idle the node at rest; NaN where the model's figures stand in
   * @param risk probability, between 0 and 1
   */
  public Frontier(CheckedForecaster forecaster, NodeType node, Idle idle, double risk) {
    this.forecaster = forecaster;
    this.node = node;
    this.idle = idle;
    this.risk = risk;
  }

  /**
   * The highest safe rate of {@code function}.
   *
   * @param others the other functions' rates
   * @param max where to stop looking, requests per second; by default the highest measured rate
   * @throws BadQuestionException where a function is not known or is among the others
   */
  public SafeRate of(String function, Rates others, OptionalDouble max) {
    forecaster.checkFunction(function);
    if (others.byFunction().containsKey(function)) {
      throw new BadQuestionException(
          function + " is the function in question: leave it out of the others' rates");
    }
    double measured = forecaster.highestRates().get(function);
    double end = max.orElse(measured);
    Search search = new Search(Load.of(node, others.byFunction(), idle), function);
    Forecast alone = search.at(0);
    List<Double> grid = grid(measured, end);
    if (Double.isNaN(alone.overload()) || Double.isNaN(search.at(end).overload())) {
      return new SafeRate(function, others, risk, Bound.UNKNOWN, Double.NaN, measured, alone);
    }
    if (!safe(alone)) {
      return new SafeRate(function, others, risk, Bound.NONE, Double.NaN, measured, alone);
    }
    int unsafe = search.firstUnsafe(grid);
    if (unsafe == grid.size()) {
      Bound bound = max.isPresent() && end != measured ? Bound.MAX : Bound.MEASURED;
      return new SafeRate(function, others, risk, bound, end, measured, search.at(end));
    }
    double rate = search.refined(unsafe == 0 ? 0 : grid.get(unsafe - 1), grid.get(unsafe));
    return new SafeRate(function, others, risk, Bound.RISK, rate, measured, search.at(rate));
  }

  /** Rates above 0, rising, to {@code end}: evenly where measured, by shares beyond. */
  static List<Double> grid(double measured, double end) {
    List<Double> grid = new ArrayList<>();
    double evenly = measured > 0 ? Math.min(measured, end) : Math.min(1, end);
    for (int i = 1; i <= CELLS; i++) {
      grid.add(evenly * i / CELLS);
    }
    for (double rate = evenly * (1 + STEP_BEYOND); rate < end; rate *= 1 + STEP_BEYOND) {
      grid.add(rate);
    }
    if (end > evenly) {
      grid.add(end);
    }
    return grid;
  }

  private boolean safe(Forecast forecast) {
    return forecast.overload() <= risk;
  }

  /** The questions of one search: the same load but for one rate. */
  private final class Search {
    private final Load others;
    private final String function;

    Search(Load others, String function) {
      this.others = others;
      this.function = function;
    }

    Forecast at(double rate) {
      return forecaster.forecast(others.withRate(function, rate));
    }

    /** Index of the first rate that is not safe; the size of the list where all are. */
    int firstUnsafe(List<Double> rates) {
      for (int from = 0; from < rates.size(); from += CHUNK) {
        List<Double> chunk = rates.subList(from, Math.min(rates.size(), from + CHUNK));
        List<Forecast> answers =
            forecaster.forecastAll(
                chunk.stream().map(rate -> others.withRate(function, rate)).toList());
        for (int i = 0; i < answers.size(); i++) {
          if (!safe(answers.get(i))) {
            return from + i;
          }
        }
      }
      return rates.size();
    }

    /** The highest safe rate between a safe and an unsafe one, rounded down where that is safe. */
    double refined(double safe, double unsafe) {
      double low = safe;
      double high = unsafe;
      while (high - low > Math.max(0.01, high * 1e-3)) {
        List<Double> parts = new ArrayList<>();
        for (int i = 1; i < PARTS; i++) {
          parts.add(low + (high - low) * i / PARTS);
        }
        int first = firstUnsafe(parts);
        double below = first == 0 ? low : parts.get(first - 1);
        high = first == parts.size() ? high : parts.get(first);
        low = below;
      }
      double rounded = roundedDown(low);
      return rounded > 0 && safe(at(rounded)) ? rounded : low;
    }
  }

  /** To whole requests per second from 100 on, to tenths from 10 on, else to hundredths. */
  static double roundedDown(double rate) {
    double step = rate >= 100 ? 1 : rate >= 10 ? 10 : 100;
    return Math.floor(rate * step) / step;
  }
}
