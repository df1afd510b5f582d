package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.placement.Placement;
import io.github.edgewatt.scaling.placement.Placement.Call;
import io.github.edgewatt.scaling.placement.Placement.Spot;
import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.placement.Room;
import io.github.edgewatt.scaling.pressure.Pressures;
import io.github.edgewatt.scaling.tuning.Component;
import io.github.edgewatt.scaling.tuning.ScalingSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions of one round: functions one after the other, the one with the strongest call first,
 * each first up and then down.
 *
 * <p>Why constant input never flaps: a zone that calls, and every zone that its replica would have
 * gone to had it room, is wanted; replicas are added to wanted zones only and removed from others
 * only.
 */
final class PressureRound {
  private final ScalingSettings settings;
  private final SnapshotIndex index;
  private final Pressures pressures;
  private final Replicas replicas;
  private final Placement placement;
  private final Cooling cooling;
  private final Room room;
  private final List<Creation> creations = new ArrayList<>();
  private final PressureFall fall;
  private final Refusals refusals = new Refusals();

  PressureRound(
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
    room = Room.of(index, replicas.unbound());
    fall = new PressureFall(settings, pressures, replicas, placement, cooling);
  }

  void decide() {
    tellWhatIsMissing();
    Calls calls = Calls.of(pressures, settings.maxThreshold());
    for (int function : calls.strongestFirst()) {
      if (blind(function)) {
        continue;
      }
      boolean[] wanted = new boolean[index.zones().size()];
      up(function, calls.rows(function), wanted);
      fall.decide(function, wanted);
    }
  }

  /** Whether what its pressure needs is not known anywhere: then nothing is decided. */
  private boolean blind(int function) {
    boolean requirement = false;
    boolean distance = false;
    for (Component component : settings.formula().pressures()) {
      requirement |= component.needsRequirement();
      distance |= component.needsDistance();
    }
    String name = index.functions().get(function);
    return (distance && Double.isNaN(pressures.distances().max()))
        || (requirement && Double.isNaN(settings.formula().required(name)));
  }

  private void tellWhatIsMissing() {
    for (String function : pressures.lacking()) {
      refusals.add(
          () ->
              function
                  + ": schedule_scale_opt_latency_requirement_"
                  + function
                  + " is not set, which its pressure needs: left as it is");
    }
    if (settings.formula().pressures().stream().anyMatch(Component::needsDistance)
        && Double.isNaN(pressures.distances().max())) {
      refusals.add(
          () -> "no latencies between nodes are known, which pressure needs: left as it is");
    }
    for (int zone = 0; zone < index.zones().size(); zone++) {
      if (index.gateway(zone).isEmpty()) {
        String name = index.zones().get(zone);
        refusals.add(() -> name + " has no gateway: its replicas are left as they are");
      }
    }
  }

  private void up(int function, int[] rows, boolean[] wanted) {
    if (rows.length == 0) {
      return;
    }
    int most = settings.caps().most(index.functions().get(function));
    int have = replicas.all(function);
    FunctionPod[] models = new FunctionPod[index.zones().size()];
    for (int packed = 0; packed < rows.length; packed += 2) {
      int row = rows[packed];
      int origin = rows[packed + 1];
      if (models[origin] == null) {
        models[origin] = replicas.model(function, origin);
      }
      FunctionPod model = models[origin];
      if (model == null) {
        refuse(function, row, "no pod of it is on a node: nothing to make another like");
        return;
      }
      Call call = new Call(function, origin, pressures.demand().client(row), row, model.requests());
      Spot spot = placement.choose(call, room, wanted);
      if (spot.zone() < 0) {
        refuse(function, row, "no zone has room for another replica");
      } else if (have >= most) {
        refuse(function, row, "it has " + have + " replicas of at most " + most);
      } else if (waits(function, call.client()) || waits(function, spot.zone())) {
        refuse(function, row, "replicas there change or rest");
      } else {
        create(call, spot, model);
        have++;
      }
    }
  }

  private boolean waits(int function, int zone) {
    return replicas.awaited(function, zone) > 0 || !cooling.mayRise(function, zone);
  }

  private void create(Call call, Spot spot, FunctionPod model) {
    room.take(spot.node(), model.requests());
    cooling.change(call.function(), call.client());
    cooling.change(call.function(), spot.zone());
    double value = pressures.value(call.row());
    String client = index.zones().get(call.client());
    String reason =
        "clients in "
            + client
            + " press "
            + Texts.number(value)
            + " on "
            + index.zones().get(call.origin())
            + ", more than "
            + Texts.number(settings.maxThreshold())
            + (spot.why().isEmpty()
                ? ""
                : "; " + index.zones().get(spot.zone()) + ": " + spot.why());
    creations.add(
        new Creation(
            index.functions().get(call.function()),
            index.zones().get(call.origin()),
            index.zones().get(spot.zone()),
            model,
            value,
            settings.maxThreshold(),
            reason,
            spot.preferred() ? index.snapshot().nodes().get(spot.node()).name() : ""));
  }

  private void refuse(int function, int row, String why) {
    refusals.add(
        () ->
            index.functions().get(function)
                + ": clients in "
                + index.zones().get(pressures.demand().client(row))
                + " press "
                + Texts.number(pressures.value(row))
                + ", but "
                + why);
  }

  List<Creation> creations() {
    return creations;
  }

  List<Removal> removals() {
    return fall.removals();
  }

  List<String> refusals() {
    return refusals.lines();
  }

  ScalingMemory memory() {
    return cooling.next();
  }
}
