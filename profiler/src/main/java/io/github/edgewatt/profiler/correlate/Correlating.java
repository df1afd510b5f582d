package io.github.edgewatt.profiler.correlate;

import io.github.edgewatt.profiler.correlate.read.Database;
import io.github.edgewatt.profiler.correlate.read.Extract;
import io.github.edgewatt.profiler.correlate.read.Inputs;
import io.github.edgewatt.profiler.correlate.read.Samples;
import io.github.edgewatt.profiler.correlate.read.SeriesName;
import io.github.edgewatt.profiler.correlate.rule.Chance;
import io.github.edgewatt.profiler.correlate.rule.Counters;
import io.github.edgewatt.profiler.correlate.rule.Grid;
import io.github.edgewatt.profiler.correlate.rule.LagSearch;
import io.github.edgewatt.profiler.correlate.rule.Prepared;
import io.github.edgewatt.profiler.correlate.rule.Relation;
import io.github.edgewatt.profiler.correlate.rule.Screening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares every extracted series with load, latency, CPU and watts, one series at a time. */
public final class Correlating {
  private static final double MOST_LAG_SECONDS = 120;
  private static final int DRAWN = 3;
  private static final List<String> AGAINST =
      List.of(Derivation.LOAD, Derivation.LATENCY, Derivation.CPU, Derivation.WATTS);

  private final List<Relation> relations = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Prepared> targets = new LinkedHashMap<>();
  private Grid grid;
  private int mostLag;

  private Correlating() {}

  /**
   * Finds the files below {@code folder} and compares.
   *
   * @throws CorrelationException where there is nothing to compare
   */
  public static Findings of(Path folder) throws CorrelationException {
    try {
      Inputs inputs = Inputs.find(folder);
      if (inputs.tables().isEmpty()) {
        throw new CorrelationException(
            "there are no tables of the tracker below " + folder + ": name an experiment's folder");
      }
      try (Database database = new Database()) {
        return new Correlating().compare(database, inputs);
      }
    } catch (IOException | UncheckedIOException | SQLException e) {
      throw new CorrelationException(
          "cannot read what is below "
              + folder
              + ": "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
  }

  private Findings compare(Database database, Inputs inputs)
      throws IOException, SQLException, CorrelationException {
    Optional<Samples> samples = Extract.open(database, inputs);
    List<SeriesName> names = samples.isPresent() ? samples.get().moving() : List.of();
    List<Samples.Still> still = samples.isPresent() ? samples.get().still() : List.of();
    Derivation derivation = new Derivation(database, inputs, samples, names, notes);
    grid = derivation.grid();
    mostLag = (int) Math.min(Math.round(MOST_LAG_SECONDS / grid.stepSeconds()), grid.points() / 4);
    derived(derivation.series());
    if (samples.isPresent()) {
      Map<Integer, SeriesName> byNumber = new HashMap<>();
      names.forEach(name -> byNumber.put(name.number(), name));
      samples.get().each(grid, (number, values) -> metric(byNumber.remove(number), values));
      // Whatever has no sample on the grid was not handed over.
      Screening none = new Screening(0, 0, 100, 100);
      byNumber.values().forEach(name -> leave(name, "too short", none));
    }
    still.forEach(
        one ->
            leave(
                one.name(),
                "static",
                new Screening(one.points(), one.staticPercent(), one.nanPercent(), 100)));
    rank();
    Map<String, double[]> drawn = new HashMap<>(derivation.series());
    if (samples.isPresent()) {
      draw(samples.get(), names, drawn);
    }
    return new Findings(
        grid,
        derivation.series(),
        drawn,
        relations,
        leftOut,
        names.size() + still.size(),
        mostLag * grid.stepSeconds(),
        notes);
  }

  private void derived(Map<String, double[]> series) {
    Map<String, Prepared> all = new LinkedHashMap<>();
    series.forEach(
        (name, values) -> {
          Screening screening = Screening.of(values);
          // What stands outside of the experiment's time is absent by nature.
          if (screening.points() < Screening.LEAST_POINTS) {
            notes.add(name + " has too few values to be compared.");
          } else if (screening.commonPercent() > 99) {
            notes.add(name + " hardly changes: nothing can be compared with it.");
          } else {
            all.put(name, Prepared.of(values));
          }
        });
    all.forEach(
        (left, one) ->
            all.forEach(
                (right, other) -> {
                  if (isFirst(all, left, right)) {
                    relate(left, one, right, -1, other);
                  }
                }));
    AGAINST.forEach(
        name -> {
          if (all.containsKey(name)) {
            targets.put(name, all.get(name));
          }
        });
  }

  private static boolean isFirst(Map<String, Prepared> all, String left, String right) {
    List<String> order = List.copyOf(all.keySet());
    return order.indexOf(left) < order.indexOf(right);
  }

  private void metric(SeriesName name, double[] sampled) {
    double[] values =
        Counters.isCounter(name.metric(), sampled)
            ? Counters.rates(sampled, grid.stepSeconds())
            : sampled;
    Screening screening = Screening.of(values);
    if (screening.leftOut().isPresent()) {
      leave(name, screening.leftOut().get(), screening);
      return;
    }
    Prepared prepared = Prepared.of(values);
    targets.forEach((left, target) -> relate(left, target, name.text(), name.number(), prepared));
  }

  private void leave(SeriesName name, String reason, Screening screening) {
    leftOut.add(new LeftOut(name.text(), reason, screening));
  }

  private void relate(String left, Prepared one, String right, int series, Prepared other) {
    LagSearch.Best best = LagSearch.best(one, other, mostLag, Screening.LEAST_POINTS);
    if (Double.isNaN(best.score())) {
      return;
    }
    double independent = Chance.independentPairs(one, other, best.pairs());
    relations.add(
        new Relation(
            left,
            right,
            series,
            best.lag() * grid.stepSeconds(),
            best.score(),
            LagSearch.pearson(one, other, best.lag()),
            best.pairs(),
            independent,
            Chance.probability(best.score(), best.pairs(), independent, 2 * mostLag + 1),
            1));
  }

  private void rank() {
    double[] shares =
        Chance.falseShares(relations.stream().mapToDouble(Relation::probability).toArray());
    for (int i = 0; i < shares.length; i++) {
      relations.set(i, relations.get(i).withFalseShare(shares[i]));
    }
    relations.sort(
        Comparator.comparingDouble((Relation relation) -> -Math.abs(relation.score()))
            .thenComparing(Relation::left)
            .thenComparing(Relation::right));
  }

  /** Reads once more the few series that are drawn: keeping all would need memory for all. */
  private void draw(Samples samples, List<SeriesName> names, Map<String, double[]> drawn)
      throws SQLException {
    Map<Integer, SeriesName> wanted = new HashMap<>();
    for (String target : AGAINST) {
      relations.stream()
          .filter(one -> one.left().equals(target) && one.isFound() && one.series() >= 0)
          .limit(DRAWN)
          .forEach(one -> wanted.put(one.series(), null));
    }
    names.stream()
        .filter(name -> wanted.containsKey(name.number()))
        .forEach(name -> wanted.put(name.number(), name));
    samples.each(
        grid,
        List.copyOf(wanted.keySet()),
        (number, values) -> {
          SeriesName name = wanted.get(number);
          drawn.put(
              name.text(),
              Counters.isCounter(name.metric(), values)
                  ? Counters.rates(values, grid.stepSeconds())
                  : values.clone());
        });
  }
}
