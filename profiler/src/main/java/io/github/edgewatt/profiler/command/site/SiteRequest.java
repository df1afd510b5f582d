package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.profiler.energy.PowerModel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run asks of its site.
 *
 * @param runId name of the run
 * @param plan what will be measured
 * @param output where results will go; need not exist yet
 */
public record SiteRequest(String runId, RunPlan plan, Path output) {

  /** Stands in where no meter counts energy. */
  Optional<PowerModel> estimate() {
    return Optional.ofNullable(plan.powerModel()).map(PowerModel::parse);
  }
}
