package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.campaign.CampaignTimes;
import io.github.edgewatt.profiler.design.AdaptiveDesign;
import io.github.edgewatt.profiler.design.Budget;
import io.github.edgewatt.profiler.design.Design;
import io.github.edgewatt.profiler.design.DesignPlan;
import io.github.edgewatt.profiler.design.Grid;
import io.github.edgewatt.profiler.design.GridDesign;
import java.time.Duration;
import java.util.Optional;

/**
 * A plan as the parts of a run want it.
 *
 * @param plan what was asked
 * @param design what the design works with
 * @param budget time, and what a measurement takes of it
 * @param start where a grid starts
 */
record PlannedRun(RunPlan plan, DesignPlan design, Budget budget, Optional<Configuration> start) {

  /** Refuses a plan that cannot be carried out, counters being read as often as one likes. */
  static PlannedRun of(RunPlan plan) throws UsageException {
    return of(plan, Duration.ZERO);
  }

  /**
   * Refuses a plan that cannot be carried out.
   *
   * @param sampleInterval how often counters are read: seldom read ones make rests and loads longer
   */
  static PlannedRun of(RunPlan plan, Duration sampleInterval) throws UsageException {
    DesignPlan design =
        new DesignPlan(
            plan.functions(),
            plan.combine(),
            plan.maxRate(),
            plan.step(),
            plan.repeats(),
            plan.seed());
    double total = plan.budget() == null ? Double.POSITIVE_INFINITY : seconds(plan.budget());
    Budget budget =
        Budget.of(
            total,
            seconds(plan.duration()),
            seconds(plan.settle()),
            seconds(plan.warmup()),
            seconds(sampleInterval));
    Optional<Configuration> start = StartPoint.of(plan, design);
    if (start.isEmpty() && total < budget.smallestSeconds(design)) {
      Duration smallest = Duration.ofSeconds((long) Math.ceil(budget.smallestSeconds(design)));
      throw new UsageException(
          "a budget of %s is too small for %d functions alone%s, with deployment, warm-up and rest: the smallest that would do is %s"
              .formatted(
                  Durations.format(plan.budget()),
                  plan.functions().size(),
                  plan.combine() > 1 ? " and one mix" : "",
                  smallest.compareTo(Durations.LONGEST) > 0 ? "none" : Durations.format(smallest)));
    }
    return new PlannedRun(plan, design, budget, start);
  }

  PlanText text() {
    return new PlanText(plan, design, budget);
  }

  Design design(int cores) {
    return plan.design().equals("grid")
        ? new GridDesign(design, start, budget)
        : new AdaptiveDesign(design, budget, cores);
  }

  CampaignTimes times() {
    return new CampaignTimes(
        plan.duration(),
        plan.settle(),
        plan.warmup(),
        plan.restTimeout(),
        budget.totalSeconds(),
        plan.arrivals().equals("poisson")
            ? new CampaignTimes.Poisson(plan.seed())
            : new CampaignTimes.Constant(),
        plan.maxRate());
  }

  Outlook outlook() {
    boolean byCount = plan.design().equals("grid") && plan.budget() == null;
    if (byCount) {
      return Outlook.ofCount(Grid.measurements(design), budget.againSeconds());
    }
    return Outlook.ofBudget(budget.totalSeconds(), budget.firstSeconds());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
