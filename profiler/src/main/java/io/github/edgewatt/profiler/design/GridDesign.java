package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Upstream's design: each function alone over its rates, then every combination over the full grid
 * in lexicographic order, all repeats of a configuration in a row.
 *
 * <p>Two things differ from upstream's code and follow its intent: a configuration is pruned when
 * some overloaded one is at most it in <em>every</em> component (upstream compares sums of rates
 * and forgets the bound at each new row), and a pruned configuration is written once, with its
 * reason.
 */
public final class GridDesign implements Design {
  private final DesignPlan plan;
  private final Optional<Configuration> start;
  private final Budget budget;
  private final Iterator<Step.Measure> order;
  private Step.Measure current;

  /**
   * @param plan what to measure
   * @param start first configuration of the mixes, as in upstream's configuration.txt: what stands
   *     before it, and every function alone, is left out; empty to start from scratch
   * @param budget time for it; what does not fit is left for a resumed run, unwritten, since a grid
   *     can have a million configurations
   */
  public GridDesign(DesignPlan plan, Optional<Configuration> start, Budget budget) {
    this.plan = plan;
    this.start = start;
    this.budget = budget;
    this.order = new Order();
  }

  @Override
  public Step next(History history) {
    while (true) {
      if (current == null) {
        if (!order.hasNext()) {
          return new Step.Done("every configuration is measured or explained");
        }
        current = order.next();
      }
      Kind kind = current.kind();
      Configuration configuration = current.configuration();
      if (history.isSkipped(kind, configuration)
          || history.complete(kind, configuration, plan.repeats())) {
        current = null;
        continue;
      }
      int attempts = history.attempts(kind, configuration);
      if (attempts > 0 && history.unavailable(configuration).isPresent()) {
        // Measured before one of its functions was lost: its further repeats are.
        current = null;
        continue;
      }
      if (attempts == 0) {
        Optional<String> reason =
            history
                .unavailable(configuration)
                .or(
                    () ->
                        kind == Kind.MIX
                            ? history.dominatedBy(configuration).map(by -> "dominated by " + by)
                            : Optional.empty());
        if (reason.isPresent()) {
          return new Step.Skip(kind, configuration, reason.get());
        }
      }
      if (!budget.fits(history)) {
        return new Step.Done("the budget is spent");
      }
      return new Step.Measure(kind, configuration, attempts + 1);
    }
  }

  /** Walks over the first measurements of all configurations. */
  private final class Order implements Iterator<Step.Measure> {
    private final Iterator<String> functions =
        start.isPresent() ? Collections.emptyIterator() : plan.functions().iterator();
    private Iterator<Configuration> solos = Collections.emptyIterator();
    private final Iterator<List<String>> combinations;
    private Iterator<Configuration> mixes = Collections.emptyIterator();

    Order() {
      List<List<String>> all =
          plan.combine() > 1
              ? Grid.combinations(plan.functions(), plan.combine())
              : Collections.emptyList();
      int from = start.map(point -> all.indexOf(point.functions())).orElse(0);
      combinations = all.subList(from, all.size()).iterator();
      start.ifPresent(
          point -> {
            List<Integer> rates = Grid.mixRates(plan);
            mixes = Grid.configurations(combinations.next(), rates);
            skipTo(point);
          });
    }

    private void skipTo(Configuration point) {
      Iterator<Configuration> walk = Grid.configurations(point.functions(), Grid.mixRates(plan));
      while (walk.hasNext() && !walk.next().equals(point)) {
        mixes.next();
      }
    }

    @Override
    public boolean hasNext() {
      return solos.hasNext() || functions.hasNext() || mixes.hasNext() || combinations.hasNext();
    }

    @Override
    public Step.Measure next() {
      if (!solos.hasNext() && functions.hasNext()) {
        solos = Grid.configurations(List.of(functions.next()), Grid.soloRates(plan));
      }
      if (solos.hasNext()) {
        return new Step.Measure(Kind.SOLO, solos.next(), 1);
      }
      if (!mixes.hasNext()) {
        mixes = Grid.configurations(combinations.next(), Grid.mixRates(plan));
      }
      return new Step.Measure(Kind.MIX, mixes.next(), 1);
    }
  }
}
