package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.profiler.load.LatencyLog;
import io.github.edgewatt.profiler.load.LoadGenerator;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.platform.FunctionPlatform;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import java.util.List;

/**
 * What a campaign works with.
 *
 * @param functions all functions of the plan
 * @param platform runs them
 * @param meter watches the node
 * @param generator sends the load
 * @param directory keeps the rows
 * @param latencies keeps the histograms
 * @param clock the time
 * @param stop ends it early
 */
public record CampaignTools(
    List<FunctionSpec> functions,
    FunctionPlatform platform,
    NodeMeter meter,
    LoadGenerator generator,
    RunDirectory directory,
    LatencyLog latencies,
    CampaignClock clock,
    StopSignal stop) {
  public CampaignTools {
    functions = List.copyOf(functions);
  }

  /** The functions named, in that order. */
  List<FunctionSpec> specs(List<String> names) {
    return names.stream()
        .map(
            name ->
                functions.stream()
                    .filter(spec -> spec.name().equals(name))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }
}
