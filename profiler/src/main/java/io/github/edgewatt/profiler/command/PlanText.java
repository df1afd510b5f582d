package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.profiler.design.Budget;
import io.github.edgewatt.profiler.design.DesignPlan;
import io.github.edgewatt.profiler.design.Grid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A plan in words: how many measurements it makes and how long they take, by arithmetic alone. */
final class PlanText {
  private final RunPlan plan;
  private final DesignPlan design;
  private final Budget budget;

  PlanText(RunPlan plan, DesignPlan design, Budget budget) {
    this.plan = plan;
    this.design = design;
    this.budget = budget;
  }

  /** The plan in a few lines. */
  List<String> lines() {
    return plan.design().equals("grid") ? grid() : adaptive();
  }

  private List<String> grid() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "plan      grid: %s alone x %s"
            .formatted(
                count(design.functions().size(), "function"),
                count(Grid.soloRates(design).size(), "rate")));
    if (design.combine() > 1) {
      lines.add(
          "          mixes: %,d combination%s of %d x %,d configurations (rates %s) = %,d"
              .formatted(
                  Grid.combinationsOf(design),
                  Grid.combinationsOf(design).equals(BigInteger.ONE) ? "" : "s",
                  design.combine(),
                  Grid.configurationCount(design),
                  rates(Grid.mixRates(design)),
                  Grid.mixConfigurations(design)));
    }
    lines.add(
        "          %s of %s: %,.0f measurements, at most %s if nothing is pruned%s"
            .formatted(
                count(plan.repeats(), "repeat"),
                Durations.format(plan.duration()),
                Grid.measurements(design),
                Outlook.text(budget.gridSeconds(design)),
                plan.budget() == null ? "" : "; budget " + Durations.format(plan.budget())));
    return lines;
  }

  private List<String> adaptive() {
    String mixes =
        design.combine() > 1
            ? ", then mixes of %d, nearest the overload frontier first".formatted(design.combine())
            : "";
    String size =
        plan.budget() == null
            ? "no budget"
            : "budget %s: about %d measurements of %s"
                .formatted(
                    Durations.format(plan.budget()),
                    (int) (plan.budget().toSeconds() / budget.firstSeconds()),
                    Durations.format(plan.duration()));
    return List.of(
        "plan      adaptive: %s alone at %d/s, %s lower rates%s"
            .formatted(
                count(design.functions().size(), "function"),
                plan.maxRate(),
                design.functions().size() == 1 ? "its" : "their",
                mixes),
        "          " + size + "; seed " + plan.seed());
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String rates(List<Integer> rates) {
    if (rates.size() <= 6) {
      return String.join(", ", rates.stream().map(String::valueOf).toList());
    }
    return "%d, %d, … %d".formatted(rates.get(0), rates.get(1), rates.get(rates.size() - 1));
  }
}
