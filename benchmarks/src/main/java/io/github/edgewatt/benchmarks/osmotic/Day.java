package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.policy.Creation;
import io.github.edgewatt.scaling.policy.Outcome;
import io.github.edgewatt.scaling.policy.Removal;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.policy.WeightRound;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One contender's day. Step by step: requests flow by the weights that gateways hold, pods serve
 * them, a snapshot is taken, and where a round is due the policies answer it. Deterministic: the
 * same seed gives the same day.
 */
final class Day {
  static final double DAY_SECONDS = 24 * 3600;

  private final World world;
  private final Contender contender;
  private final Parameters.Pace pace;
  private final ForecastEnergy forecast;
  private final Load load;
  private final Fleet fleet;
  private final Routes routes;
  private final Flows flows;
  private final Machines machines;
  private final TraceSample traces;
  private final Photographer photographer;
  private final Answers answers;
  private final double[] rates;
  private final Map<String, Integer> functions = new HashMap<>();
  private final Map<String, Integer> zones = new HashMap<>();
  private final Map<String, Integer> workers = new HashMap<>();

  private WeightMemory weightMemory = WeightMemory.NONE;
  private ScalingMemory scalingMemory = ScalingMemory.NONE;
  private int now;
  private double joules;
  private double replicaSeconds;
  private double countedSeconds;
  private long actions;
  private long refusals;

  Day(World world, Contender contender) {
    this.world = world;
    this.contender = contender;
    Parameters parameters = world.parameters();
    pace = parameters.paceOf(world.zones());
    forecast = new ForecastEnergy(parameters, world.seed());
    load = new Load(world, pace.stepSeconds());
    int lookbackSteps = (int) Math.max(1, parameters.lookbackSeconds() / pace.stepSeconds());
    fleet = new Fleet(world, lookbackSteps);
    routes = new Routes(world);
    flows = new Flows(world);
    machines = new Machines(world);
    traces = new TraceSample(world, pace.traces());
    photographer = new Photographer(world);
    answers = new Answers(world);
    rates = new double[world.functions() * world.zones()];
    for (int f = 0; f < world.functions(); f++) {
      functions.put(parameters.functions().get(f).name(), f);
    }
    for (int z = 0; z < world.zones(); z++) {
      zones.put(world.zoneName(z), z);
    }
    for (int n = 0; n < world.workers().size(); n++) {
      workers.put(world.workers().get(n).name(), n);
    }
  }

  /** Lives the day. */
  DayResult run() {
    return run(DAY_SECONDS);
  }

  /** Lives on until so many seconds after midnight. */
  DayResult run(double seconds) {
    if (now == 0) {
      begin();
    }
    double warmUp = world.parameters().warmUpMinutes() * 60;
    while (now < seconds) {
      step(now, now >= warmUp);
      now += pace.stepSeconds();
      steer(now);
    }
    return result();
  }

  /** All functions are everywhere at first, up and running, and gateways know of them. */
  private void begin() {
    for (int f = 0; f < world.functions(); f++) {
      for (int z = 0; z < world.zones(); z++) {
        for (int i = 0; i < world.parameters().pods().initialPerZone(); i++) {
          fleet.create(f, z, -world.parameters().pods().startSeconds());
        }
      }
    }
    steer(0);
  }

  private void step(double from, boolean counted) {
    load.next(from, rates);
    flows.spread(rates, routes, fleet);
    machines.serve(fleet);
    if (counted) {
      answers.count(rates, routes, flows, pace.stepSeconds());
      joules += machines.watts(flows) * pace.stepSeconds();
      replicaSeconds += (double) fleet.staying() * pace.stepSeconds();
      countedSeconds += pace.stepSeconds();
    }
  }

  private void steer(int now) {
    fleet.advance(now);
    boolean weigh = now % pace.weightSeconds() == 0;
    boolean scale = now % pace.scalingSeconds() == 0 && now > 0;
    if (!weigh && !scale) {
      return;
    }
    Instant at = Photographer.at(now);
    Snapshot snapshot = photographer.take(fleet, machines, traces.take(rates, routes, at), at);
    SnapshotIndex index = SnapshotIndex.of(snapshot);
    EnergyPerRequest energy = forecast.of(index);
    if (weigh) {
      WeightRound round = contender.weights().weigh(index, energy, weightMemory);
      weightMemory = round.memory();
      refusals += round.problems().size();
      routes.replace(round.weights(), fleet);
    }
    if (scale) {
      scale(contender.scaling().decide(index, energy, scalingMemory), now);
    }
  }

  private void scale(Outcome outcome, double now) {
    scalingMemory = outcome.memory();
    boolean counted = now >= world.parameters().warmUpMinutes() * 60;
    for (Creation creation : outcome.creations()) {
      fleet.create(
          functions.get(creation.function()),
          zones.get(creation.zone()),
          workers.getOrDefault(creation.node(), -1),
          now);
    }
    if (!outcome.removals().isEmpty()) {
      Map<String, Replica> byName = new HashMap<>();
      fleet.forEach(replica -> byName.put(replica.name, replica));
      for (Removal removal : outcome.removals()) {
        Replica replica = byName.get(removal.pod().name());
        if (replica.phase != Phase.ENDING) {
          fleet.end(replica, now + pace.weightSeconds());
        }
      }
    }
    if (counted) {
      actions += outcome.creations().size() + outcome.removals().size();
      refusals += outcome.refusals().size();
    }
  }

  private DayResult result() {
    LatencyBins bins = answers.bins();
    return new DayResult(
        contender.name(),
        world.zones(),
        world.seed(),
        answers.asked(),
        answers.failed(),
        bins.total(),
        bins.quantileMillis(0.5),
        bins.quantileMillis(0.95),
        bins.quantileMillis(0.99),
        replicaSeconds / countedSeconds,
        actions,
        joules,
        machines.idleWatts() * countedSeconds,
        refusals);
  }
}
