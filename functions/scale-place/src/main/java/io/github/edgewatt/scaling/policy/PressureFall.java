package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.placement.Placement;
import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.pressure.Pressures;
import io.github.edgewatt.scaling.tuning.Component;
import io.github.edgewatt.scaling.tuning.ScalingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The way down in a round: replicas of zones whose pressure is low and that nobody wants them in.
 */
final class PressureFall {
  private final ScalingSettings settings;
  private final SnapshotIndex index;
  private final Pressures pressures;
  private final Replicas replicas;
  private final Placement placement;
  private final Cooling cooling;
  private final List<Removal> removals = new ArrayList<>();

  PressureFall(
      ScalingSettings settings,
      Pressures pressures,
      Replicas replicas,
      Placement placement,
      Cooling cooling) {
    this.settings = settings;
    this.pressures = pressures;
    this.replicas = replicas;
    this.placement = placement;
    this.cooling = cooling;
    index = pressures.index();
  }

  /** Removes what is low; no more than may go. */
  void decide(int function, boolean[] wanted) {
    int running = replicas.running(function);
    int spare = running - settings.caps().least(index.functions().get(function));
    if (spare <= 0) {
      return;
    }
    int[] low = new int[index.zones().size()];
    int count = 0;
    for (int zone = 0; zone < low.length; zone++) {
      if (!wanted[zone] && isLow(function, zone) && cooling.mayFall(function, zone)) {
        low[count++] = zone;
      }
    }
    if (count == 0) {
      return;
    }
    int[] lowest =
        Arrays.stream(low, 0, count)
            .boxed()
            .sorted((a, b) -> Double.compare(mean(function, a), mean(function, b)))
            .limit(spare)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int zone : lowest) {
      remove(function, zone);
    }
  }

  private boolean isLow(int function, int zone) {
    int running = replicas.running(function, zone);
    if (running == 0 || replicas.awaited(function, zone) > 0 || index.gateway(zone).isEmpty()) {
      return false;
    }
    if (pressures.demand().first(function, zone) == pressures.demand().end(function, zone)) {
      return true;
    }
    return pressures.mean(function, zone) < settings.minThreshold()
        && !wouldCall(function, zone, running);
  }

  /** Whether the replicas that are left would call for one again: each has more to do. */
  private boolean wouldCall(int function, int zone, int running) {
    if (running == 1 || !settings.formula().has(Component.CPU_USAGE)) {
      return false;
    }
    double cpu = pressures.cpuCores(function, zone);
    double now = settings.formula().factor(Component.CPU_USAGE, cpu);
    double then = settings.formula().factor(Component.CPU_USAGE, cpu * running / (running - 1));
    double more = now > 0 ? then / now : 1;
    for (int row = pressures.demand().first(function, zone);
        row < pressures.demand().end(function, zone);
        row++) {
      if (pressures.value(row) * more > settings.maxThreshold()) {
        return true;
      }
    }
    return false;
  }

  private double mean(int function, int zone) {
    double mean = pressures.mean(function, zone);
    return Double.isNaN(mean) ? -1 : mean;
  }

  private void remove(int function, int zone) {
    int victim = placement.victim(function, zone);
    double mean = pressures.mean(function, zone);
    cooling.change(function, zone);
    String measured =
        Double.isNaN(mean) ? "nobody asked" : "mean pressure is " + Texts.number(mean);
    removals.add(
        new Removal(
            index.pod(victim),
            mean,
            settings.minThreshold(),
            measured
                + " in "
                + index.zones().get(zone)
                + ", less than "
                + Texts.number(settings.minThreshold())));
  }

  List<Removal> removals() {
    return removals;
  }
}
