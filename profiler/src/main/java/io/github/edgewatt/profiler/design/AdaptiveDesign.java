package io.github.edgewatt.profiler.design;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Spends a budget where it teaches most: every function alone at the maximum, then for at most half
 * of what remains their knees and lower rates, then mixes near the overload frontier, batch by
 * batch as {@link MixBatches} chooses them, in random order, first each once, then repeats where
 * the CPU estimate is not precise yet.
 */
public final class AdaptiveDesign implements Design {
  private static final int SMALLEST_BATCH = 4;
  private static final int LARGEST_BATCH = 24;

  /** Share of a batch's measurements planned for first looks; the others are repeats. */
  private static final double FIRST_LOOKS = 0.6;

  private final DesignPlan plan;
  private final Budget budget;
  private final List<String> order;
  private final MixBatches batches;

  /**
   * @param cores cores of the node, for the predicted frontier
   */
  public AdaptiveDesign(DesignPlan plan, Budget budget, int cores) {
    this.plan = plan;
    this.budget = budget;
    this.batches = new MixBatches(plan, cores);
    List<String> shuffled = new ArrayList<>(plan.functions());
    Collections.shuffle(shuffled, new Random(plan.seed()));
    this.order = List.copyOf(shuffled);
  }

  @Override
  public Step next(History history) {
    Optional<Step> first = atMaximum(history);
    if (first.isPresent()) {
      return first.get();
    }
    Optional<Step> refined = refinement(history);
    if (refined.isPresent()) {
      return refined.get();
    }
    if (plan.combine() < 2) {
      return new Step.Done(
          budget.fits(history) ? "every function is profiled" : "the budget is spent");
    }
    return mixes(history);
  }

  private Optional<Step> atMaximum(History history) {
    for (String function : order) {
      Configuration configuration = Configuration.solo(function, plan.maxRate());
      if (history.isSkipped(Kind.SOLO, configuration)
          || history.complete(Kind.SOLO, configuration, 1)) {
        continue;
      }
      Optional<String> unavailable = history.unavailable(configuration);
      if (unavailable.isPresent()) {
        return Optional.of(new Step.Skip(Kind.SOLO, configuration, unavailable.get()));
      }
      if (!budget.fits(history)) {
        return Optional.of(new Step.Skip(Kind.SOLO, configuration, "the budget is spent"));
      }
      return Optional.of(measure(Kind.SOLO, configuration, history));
    }
    return Optional.empty();
  }

  /** The least refined function first, and among equals the one that is still deployed. */
  private Optional<Step> refinement(History history) {
    int soloRows = MixBatches.soloRows(history);
    boolean mixesBegan = soloRows < history.rows().size();
    double afterMaximum = history.elapsedSecondsAt(Math.min(order.size(), soloRows) - 1);
    double share = plan.combine() > 1 ? 0.5 : 1;
    double deadline = afterMaximum + share * (budget.totalSeconds() - afterMaximum);
    if (mixesBegan || history.elapsedSeconds() + budget.nextSeconds(history) > deadline) {
      return Optional.empty();
    }
    Step.Measure best = null;
    long fewest = Long.MAX_VALUE;
    for (int i = order.size() - 1; i >= 0; i--) {
      String function = order.get(i);
      if (history.unavailable(Configuration.solo(function, plan.maxRate())).isPresent()) {
        continue;
      }
      long measured =
          history.rows().stream()
              .filter(row -> row.functions().get(0).function().equals(function))
              .count();
      Optional<Step.Measure> wanted = SoloRefinement.next(plan, function, history);
      if (wanted.isPresent() && measured < fewest) {
        best = wanted.get();
        fewest = measured;
      }
    }
    return Optional.ofNullable(best);
  }

  private Step mixes(History history) {
    for (int batch = 0; ; batch++) {
      List<Configuration> members = batch(history, batch);
      if (members.isEmpty()) {
        return new Step.Done("the design has no further mix");
      }
      Optional<Step> open = openStep(history, members);
      if (open.isPresent()) {
        return open.get();
      }
      if (!budget.fits(history)) {
        return new Step.Done("the budget is spent");
      }
      if (Double.isInfinite(budget.totalSeconds())) {
        return new Step.Done("every planned mix is measured or explained");
      }
    }
  }

  private Optional<Step> openStep(History history, List<Configuration> members) {
    for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
      for (Configuration member : members) {
        if (history.isSkipped(Kind.MIX, member)
            || history.complete(Kind.MIX, member, repeat)
            || (repeat > 1 && RepeatNoise.preciseEnough(history, Kind.MIX, member))) {
          continue;
        }
        boolean first = history.attempts(Kind.MIX, member) == 0;
        Optional<String> reason =
            history
                .unavailable(member)
                .or(() -> history.dominatedBy(member).map(by -> "dominated by " + by))
                .or(
                    () ->
                        budget.fits(history)
                            ? Optional.empty()
                            : Optional.of("the budget is spent"));
        if (first && reason.isPresent()) {
          return Optional.of(new Step.Skip(Kind.MIX, member, reason.get()));
        }
        if (budget.fits(history) && history.unavailable(member).isEmpty()) {
          return Optional.of(measure(Kind.MIX, member, history));
        }
      }
    }
    return Optional.empty();
  }

  /** The mixes of a batch in random order. */
  private List<Configuration> batch(History history, int number) {
    int soloRows = MixBatches.soloRows(history);
    int size = batchSize(history.elapsedSecondsAt(soloRows - 1), soloRows);
    List<Configuration> members = new ArrayList<>(batches.get(number, size, history));
    Collections.shuffle(members, new Random(plan.seed() + number));
    return members;
  }

  /** Enough for the budget's measurements with some repeats; without a budget 4 a combination. */
  private int batchSize(double elapsedSeconds, int measured) {
    if (Double.isInfinite(budget.totalSeconds())) {
      return Grid.combinationCount(plan.functions().size(), plan.combine())
          .multiply(BigInteger.valueOf(4))
          .min(BigInteger.valueOf(10_000))
          .intValue();
    }
    double each = measured == 0 ? budget.firstSeconds() : elapsedSeconds / measured;
    double possible = (budget.totalSeconds() - elapsedSeconds) / each;
    return (int) Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, FIRST_LOOKS * possible));
  }

  private static Step.Measure measure(Kind kind, Configuration configuration, History history) {
    return new Step.Measure(kind, configuration, history.attempts(kind, configuration) + 1);
  }
}
