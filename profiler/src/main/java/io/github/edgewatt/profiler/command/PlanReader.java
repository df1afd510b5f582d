package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.forecaster.shell.UsageException;

/** Makes a plan of a command's words over a base plan. */
interface PlanReader {
  RunPlan read(RunPlan base) throws UsageException;
}
