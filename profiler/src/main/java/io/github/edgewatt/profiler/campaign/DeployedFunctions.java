package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.profiler.load.LoadPlan;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.util.List;

/**
 * The functions deployed now, warm, with their idle baseline. A set that is deployed already is
 * left alone, and of a new set only the fresh functions are warmed.
 */
final class DeployedFunctions {
  /** A baseline that is not steady by then is taken as it is: the row's own rest still applies. */
  private static final Duration BASELINE_LIMIT = Duration.ofSeconds(30);

  private final CampaignTools tools;
  private final CampaignTimes times;
  private final Rest rest;
  private final CampaignListener listener;
  private List<FunctionInstance> instances = List.of();
  private WindowReading baseline;
  private Rest.Outcome fresh;
  private long quietSinceNanos;
  private boolean doubtful;

  DeployedFunctions(
      CampaignTools tools, CampaignTimes times, Rest rest, CampaignListener listener) {
    this.tools = tools;
    this.times = times;
    this.rest = rest;
    this.listener = listener;
  }

  List<FunctionInstance> instances() {
    return instances;
  }

  /** Makes exactly these functions be deployed, warm, and their baseline known. */
  void ensure(List<String> functions)
      throws PlatformException, InterruptedException, DatasetException {
    boolean same = deployedNames().equals(functions);
    if (same && !doubtful && tools.platform().failures().isEmpty()) {
      return;
    }
    if (!same) {
      listener.deploying(functions);
    }
    List<FunctionInstance> before = instances;
    instances = List.of();
    List<FunctionInstance> now =
        tools.stop().wait(() -> tools.platform().deploy(tools.specs(functions)));
    doubtful = false;
    if (now.equals(before)) {
      instances = before;
      return;
    }
    tools.meter().watch(now);
    noteCounters();
    List<FunctionInstance> added =
        now.stream().filter(instance -> !before.contains(instance)).toList();
    if (!added.isEmpty() && !times.warmup().isZero()) {
      LoadPlan warmup = Loads.warmup(added, times);
      tools.stop().wait(() -> tools.generator().run(warmup));
    }
    quietSinceNanos = tools.clock().nanoTime();
    fresh = tools.stop().wait(() -> rest.baseline(baselineLimit()));
    baseline = fresh.idle();
    tools
        .directory()
        .append(
            new JournalEntry.Baseline(
                tools.clock().now(),
                functions,
                baseline.nodeCpuPercent(),
                baseline.nodeMemoryBytes(),
                baseline.nodeMemoryPercent(),
                1e6 * baseline.nodePowerWatts()));
    instances = now;
  }

  /** Rests to the baseline; straight after a baseline was taken, that was the rest. */
  Rest.Outcome rest(Duration limit) throws InterruptedException {
    Rest.Outcome outcome = fresh;
    fresh = null;
    return outcome != null ? outcome : rest.until(baseline, quietSinceNanos, limit);
  }

  /**
   * Tells that a load ended.
   *
   * @param nanos when: nothing before it counts as rest
   * @param overloaded whether a function may have been left hung: it is called before the next load
   */
  void loadEnded(long nanos, boolean overloaded) {
    quietSinceNanos = nanos;
    doubtful = overloaded;
  }

  /** Where a function's counters come from is known only once it is watched. */
  private void noteCounters() throws DatasetException {
    RunDirectory directory = tools.directory();
    String counters = tools.meter().description();
    if (!counters.equals(directory.manifest().counters())) {
      directory.updateManifest(directory.manifest().counted(counters));
    }
  }

  private Duration baselineLimit() {
    return times.restTimeout().compareTo(BASELINE_LIMIT) < 0 ? times.restTimeout() : BASELINE_LIMIT;
  }

  private List<String> deployedNames() {
    return instances.stream().map(instance -> instance.spec().name()).toList();
  }
}
