package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.baseline.Desired;
import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.placement.Room;
import io.github.edgewatt.scaling.tuning.BaselineTargets;
import io.github.edgewatt.scaling.tuning.ScalingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One round of a baseline: what each function, or each function in each zone, should have. */
final class BaselineRound {
  private final ScalingSettings settings;
  private final SnapshotIndex index;
  private final Replicas replicas;
  private final Room room;
  private final boolean perZone;
  private final boolean byTime;
  private final Times times;
  private final List<Creation> creations = new ArrayList<>();
  private final List<Removal> removals = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final Refusals refusals = new Refusals();

  BaselineRound(ScalingSettings settings, SnapshotIndex index, Replicas replicas) {
    this.settings = settings;
    this.index = index;
    this.replicas = replicas;
    room = Room.of(index, replicas.unbound());
    perZone = settings.policy().equals("hcpa") || settings.policy().equals("hlcpa");
    byTime = settings.policy().equals("hlpa") || settings.policy().equals("hlcpa");
    times = byTime ? Times.of(index, settings.targets().measure(), perZone) : null;
  }

  void decide() {
    for (int function = 0; function < index.functions().size(); function++) {
      if (perZone) {
        for (int zone = 0; zone < index.zones().size(); zone++) {
          decide(function, zone, zone + 1);
        }
      } else {
        decide(function, 0, index.zones().size());
      }
    }
  }

  /** A function in the zones {@code from} to {@code to - 1}. */
  private void decide(int function, int from, int to) {
    String name = index.functions().get(function);
    int running = 0;
    int pending = perZone ? 0 : replicas.all(function) - replicas.running(function);
    for (int zone = from; zone < to; zone++) {
      running += replicas.running(function, zone);
      pending += perZone ? replicas.pending(function, zone) : 0;
    }
    if (running == 0) {
      return;
    }
    Desired desired =
        byTime ? byTime(function, from, running, pending) : byCpu(function, from, to, pending);
    int least = perZone ? 1 : settings.caps().least(name);
    int wanted = Math.max(least, Math.min(settings.caps().most(name), desired.replicas()));
    tell(name, from, running, pending, desired, wanted);
    double threshold =
        byTime ? settings.targets().millisOf(name) : settings.targets().cpuPercentOf(name);
    if (wanted > running + pending) {
      create(function, from, to, wanted - running - pending, desired, threshold);
    } else if (wanted < running + pending) {
      remove(
          function,
          from,
          to,
          Math.min(running + pending - wanted, running - 1),
          desired,
          threshold);
    }
  }

  private Desired byTime(int function, int group, int running, int pending) {
    String name = index.functions().get(function);
    BaselineTargets targets = settings.targets();
    double millis = times.percentile(function, perZone ? group : 0, targets.percentileOf(name));
    if (perZone && Double.isNaN(millis)) {
      return Desired.half(running, pending);
    }
    return Desired.byTime(
        millis, running, pending, targets.millisOf(name), targets.toleranceOf(name));
  }

  private Desired byCpu(int function, int from, int to, int pending) {
    String name = index.functions().get(function);
    double sum = 0;
    int known = 0;
    int missing = 0;
    for (int i = index.first(function, from); i < index.end(function, to - 1); i++) {
      FunctionPod pod = index.pod(i);
      if (Replicas.serves(pod)) {
        boolean told = pod.cpuCores() >= 0;
        sum += told ? 100 * pod.cpuCores() : 0;
        known += told ? 1 : 0;
        missing += told ? 0 : 1;
      }
    }
    BaselineTargets targets = settings.targets();
    return Desired.byCpu(
        sum, known, missing, pending, targets.cpuPercentOf(name), targets.toleranceOf(name));
  }

  private void create(
      int function, int from, int to, int count, Desired desired, double threshold) {
    String name = index.functions().get(function);
    int have = replicas.all(function) + created(name);
    FunctionPod model = replicas.model(function, from);
    for (int i = 0; i < count; i++) {
      if (have >= settings.caps().most(name)) {
        int all = have;
        refusals.add(
            () ->
                name
                    + ": a ratio of "
                    + Texts.number(desired.ratio())
                    + ", but it has "
                    + all
                    + " replicas");
        return;
      }
      int zone = roomiest(from, to, model);
      if (zone < 0) {
        refusals.add(
            () ->
                name
                    + ": a ratio of "
                    + Texts.number(desired.ratio())
                    + ", but no room for another replica"
                    + (perZone ? " in " + index.zones().get(from) : ""));
        return;
      }
      room.take(room.in(zone, model.requests()), model.requests());
      have++;
      String zoneName = index.zones().get(zone);
      creations.add(
          new Creation(
              name,
              zoneName,
              zoneName,
              model,
              desired.metric(),
              threshold,
              why(desired, threshold)));
    }
  }

  private int created(String function) {
    int count = 0;
    for (int i = creations.size() - 1;
        i >= 0 && creations.get(i).function().equals(function);
        i--) {
      count++;
    }
    return count;
  }

  private int roomiest(int from, int to, FunctionPod model) {
    int best = -1;
    double most = -1;
    for (int zone = from; zone < to; zone++) {
      int node = room.in(zone, model.requests());
      if (node >= 0 && room.cores(node) > most) {
        best = zone;
        most = room.cores(node);
      }
    }
    return best;
  }

  private void remove(
      int function, int from, int to, int count, Desired desired, double threshold) {
    int spare = replicas.running(function) - settings.caps().least(index.functions().get(function));
    List<FunctionPod> lastFirst = new ArrayList<>();
    for (int i = index.first(function, from); i < index.end(function, to - 1); i++) {
      if (Replicas.serves(index.pod(i))) {
        lastFirst.add(index.pod(i));
      }
    }
    lastFirst.sort(
        Comparator.comparing(
                (FunctionPod pod) -> pod.createdAt() == null ? Instant.EPOCH : pod.createdAt())
            .reversed()
            .thenComparing(FunctionPod::name));
    int removed = 0;
    for (int i = removals.size() - 1;
        i >= 0 && removals.get(i).pod().function().equals(index.functions().get(function));
        i--) {
      removed++;
    }
    for (int i = 0; i < Math.min(count, spare - removed); i++) {
      removals.add(
          new Removal(lastFirst.get(i), desired.metric(), threshold, why(desired, threshold)));
    }
  }

  private String why(Desired desired, double threshold) {
    return Double.isNaN(desired.ratio())
        ? "nobody asked: half of them"
        : Texts.number(desired.metric())
            + (byTime ? " ms" : " % of a core")
            + " measured, "
            + Texts.number(threshold)
            + " wanted";
  }

  private void tell(
      String function, int zone, int running, int pending, Desired desired, int wanted) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("fn", function);
    fields.put("zone", perZone ? index.zones().get(zone) : "");
    fields.put("policy", settings.policy());
    fields.put("running", running);
    fields.put("pending", pending);
    fields.put("value", desired.metric());
    fields.put("ratio", desired.ratio());
    fields.put("desired", wanted);
    readings.add(new Reading("decision", fields));
  }

  List<Creation> creations() {
    return creations;
  }

  List<Removal> removals() {
    return removals;
  }

  List<String> refusals() {
    return refusals.lines();
  }

  List<Reading> readings() {
    return readings;
  }
}
