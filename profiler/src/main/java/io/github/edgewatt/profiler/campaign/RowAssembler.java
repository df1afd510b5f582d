package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeDetail;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.profiler.design.Step;
import io.github.edgewatt.profiler.energy.Disagreement;
import io.github.edgewatt.profiler.energy.EnergyShare;
import io.github.edgewatt.profiler.load.LoadResult;
import io.github.edgewatt.profiler.load.TargetResult;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;
import io.github.edgewatt.profiler.overload.OverloadRule;
import io.github.edgewatt.profiler.overload.OverloadRule.FunctionLoad;
import io.github.edgewatt.profiler.overload.VerdictRule;
import io.github.edgewatt.profiler.overload.WindowQuality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a row of what the load, the meter and the rest said. Pure. */
final class RowAssembler {
  /** Share of the due calls; a connection closed while idle is one now and then. */
  private static final double MOST_LOST_CONNECTIONS = 0.01;

  private final NodeFacts node;

  RowAssembler(NodeFacts node) {
    this.node = node;
  }

  /**
   * What does not change over a run.
   *
   * @param cores cores of the node
   * @param generatorOnNode whether the generator shares them
   * @param autoscales whether load adds replicas
   * @param mostCpuMillisPerCall CPU the platform itself may use for a call
   * @param callsPassAGateway whether connections are the platform's and not the functions' own
   * @param meter name of the power meter
   */
  record NodeFacts(
      int cores,
      boolean generatorOnNode,
      boolean autoscales,
      double mostCpuMillisPerCall,
      boolean callsPassAGateway,
      String meter) {}

  /**
   * What one measurement saw.
   *
   * @param id the row's id
   * @param step what was asked
   * @param startedAt wall-clock time of the window's start
   * @param rest the rest before
   * @param load what the generator did
   * @param reading what the node used over the window
   * @param functionFailure what happened to a function's process, or empty
   */
  record Observation(
      String id,
      Step.Measure step,
      Instant startedAt,
      Rest.Outcome rest,
      LoadResult load,
      WindowReading reading,
      String functionFailure) {}

  MeasurementRow assemble(Observation seen) {
    WindowReading idle = seen.rest().idle();
    WindowReading reading = seen.reading();
    Configuration configuration = seen.step().configuration();
    Map<String, TargetResult> results = new HashMap<>();
    seen.load().targets().forEach(target -> results.put(target.name(), target));

    List<FunctionLoad> loads = new ArrayList<>();
    for (String function : configuration.functions()) {
      FunctionUsage usage = usage(reading, function);
      loads.add(
          new FunctionLoad(
              function,
              FunctionRows.successRate(results.get(function)),
              usage.replicasMax(),
              1,
              node.autoscales()));
    }
    List<String> overload =
        OverloadRule.node(
            loads, reading.nodeCpuPercent(), node.cores(), reading.nodeMemoryPercent());

    Map<String, Double> joules = joules(idle, reading);
    List<FunctionRow> functions = new ArrayList<>();
    for (int i = 0; i < loads.size(); i++) {
      String function = configuration.functions().get(i);
      functions.add(
          FunctionRows.row(
              loads.get(i),
              configuration.rates().get(i),
              results.get(function),
              usage(reading, function),
              joules.getOrDefault(function, Double.NaN),
              reading.seconds()));
    }
    WindowQuality quality =
        quality(seen, configuration, reading, !overload.isEmpty(), notes(reading, joules));
    return new MeasurementRow(
        seen.id(),
        seen.step().kind(),
        seen.step().repeat(),
        seen.startedAt(),
        functions,
        nodeRow(seen, idle, reading, overload),
        VerdictRule.judge(quality));
  }

  /** Energy of each function: the generator's share of a measured energy belongs to none. */
  private static Map<String, Double> joules(WindowReading idle, WindowReading reading) {
    Map<String, Double> cpuSeconds = new HashMap<>();
    reading.functions().forEach((name, usage) -> cpuSeconds.put(name, usage.cpuSeconds()));
    double generatorSeconds =
        reading.powerSource().equals("measured")
            ? reading.generatorCpuPercent() / 100 * reading.seconds()
            : 0;
    return EnergyShare.split(
        reading.nodeEnergyJoules(),
        idle.nodePowerWatts(),
        reading.seconds(),
        cpuSeconds,
        generatorSeconds);
  }

  /** The meter's notes, and where its own count of a function is far from the function's share. */
  private static List<String> notes(WindowReading reading, Map<String, Double> joules) {
    List<String> notes = new ArrayList<>(reading.notes());
    reading
        .functions()
        .forEach(
            (name, usage) ->
                Disagreement.note(name, joules.getOrDefault(name, Double.NaN), usage.meterJoules())
                    .ifPresent(notes::add));
    return notes;
  }

  private static FunctionUsage usage(WindowReading reading, String function) {
    return reading.functions().getOrDefault(function, FunctionUsage.absent());
  }

  private NodeRow nodeRow(
      Observation seen, WindowReading idle, WindowReading reading, List<String> overload) {
    return new NodeRow(
        idle.nodeCpuPercent(),
        reading.nodeCpuPercent(),
        idle.nodeMemoryBytes(),
        reading.nodeMemoryBytes(),
        idle.nodeMemoryPercent(),
        reading.nodeMemoryPercent(),
        1e6 * idle.nodePowerWatts(),
        1e6 * reading.nodePowerWatts(),
        (int) Math.round(seen.rest().seconds()),
        !overload.isEmpty(),
        new NodeDetail(
            reading.seconds(),
            reading.generatorCpuPercent(),
            reading.nodeEnergyJoules(),
            reading.powerSource(),
            node.meter(),
            reading.samples(),
            reading.largestGapMillis(),
            seen.load().maxPauseNanos() / 1e6,
            seen.rest().timedOut(),
            overload,
            reading.sampleIntervalMillis()));
  }

  private String problem(LoadResult load, WindowReading idle, WindowReading reading) {
    String gateway = node.callsPassAGateway() ? gatewayProblem(load, reading) : "";
    if (!gateway.isEmpty()) {
      return gateway;
    }
    if (!reading.problem().isEmpty()) {
      return reading.problem();
    }
    return idle.problem().isEmpty() ? "" : "before the load: " + idle.problem();
  }

  /** A gateway that was away overloads nothing; on a saturated node it may well be the load. */
  private String gatewayProblem(LoadResult load, WindowReading reading) {
    long due = load.targets().stream().mapToLong(TargetResult::due).sum();
    long failed = load.targets().stream().mapToLong(TargetResult::connectionErrors).sum();
    boolean busy = reading.nodeCpuPercent() > OverloadRule.cpuLimitPercent(node.cores());
    return busy || failed <= MOST_LOST_CONNECTIONS * due
        ? ""
        : "%d of %d calls lost their connection to the gateway".formatted(failed, due);
  }

  private WindowQuality quality(
      Observation seen,
      Configuration configuration,
      WindowReading reading,
      boolean overloaded,
      List<String> notes) {
    long due = 0;
    long tried = 0;
    long dropped = 0;
    double lag = Double.NaN;
    for (TargetResult target : seen.load().targets()) {
      due += target.due();
      tried += FunctionRows.tried(target);
      dropped += target.dropped();
      double own = FunctionRows.sendLagP99Micros(target);
      lag = Double.isNaN(lag) ? own : Math.max(lag, own);
    }
    double functionCpu = 0;
    for (String function : configuration.functions()) {
      functionCpu += 100 * usage(reading, function).cpuSeconds() / reading.seconds();
    }
    double idleCpu = seen.rest().idle().nodeCpuPercent();
    return new WindowQuality(
        due,
        tried,
        dropped,
        configuration.rates().stream().mapToInt(Integer::intValue).sum(),
        lag,
        seen.load().maxPauseNanos() / 1e6,
        idleCpu,
        reading.nodeCpuPercent() - idleCpu - functionCpu,
        functionCpu,
        100 * node.mostCpuMillisPerCall() / 1e3 * tried / reading.seconds(),
        reading.nodeCpuPercent() + reading.generatorCpuPercent(),
        node.cores(),
        node.generatorOnNode(),
        problem(seen.load(), seen.rest().idle(), reading),
        seen.functionFailure(),
        overloaded,
        notes,
        seen.rest().timedOut());
  }
}
