package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.weights.policy.WeightMemory.ResponseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Response times as a zone's requests see them, smoothed from round to round: {@code rt + alpha
 * (new - rt)} with {@code alpha = 1 - exp(-dt / window)}, dt from answer to answer; the first one
 * as it is.
 *
 * <p>Of one's own pods the newest request of a round counts, of another zone all of them. Looked at
 * are requests that began in the zone, and of those that it served itself also those of which
 * nobody knows where they began. Upstream looks at all that the other zone served, whoever sent
 * them, so that a far zone seems as fast as it is to its neighbours.
 */
final class ResponseTimes {
  private static final ResponseTime[][] NOTHING = {};

  private final SnapshotIndex index;
  private final TracesByFunction traces;
  private final FunctionTimes[] before;
  private final int[] zonesBefore;
  private final double windowSeconds;
  private final Map<String, Integer> gateways = new HashMap<>();
  private final FunctionTimes[] remembered;

  ResponseTimes(SnapshotIndex index, WeightMemory memory, Duration window) {
    this.index = index;
    traces = new TracesByFunction(index);
    for (int zone = 0; zone < index.zones().size(); zone++) {
      int number = zone;
      index.gateway(zone).ifPresent(gateway -> gateways.put(gateway.address(), number));
    }
    windowSeconds = window.toNanos() / 1e9;
    before = new FunctionTimes[index.functions().size()];
    remembered = new FunctionTimes[before.length];
    Remembered known = Remembered.of(memory.responseTimes());
    zonesBefore = known.zones().stream().mapToInt(index::zone).toArray();
    for (FunctionTimes one : known.functions()) {
      int function = index.function(one.function());
      if (function >= 0) {
        before[function] = one;
      }
    }
  }

  /** By zone, then by target; null where nothing is known, empty where nothing at all is. */
  ResponseTime[][] of(Targets targets) {
    List<Trace> requests = traces.of(targets.function);
    FunctionTimes known = before[targets.function];
    if (requests.isEmpty() && known == null) {
      return NOTHING;
    }
    ResponseTime[][] times = new ResponseTime[index.zones().size()][];
    for (int i = 0; known != null && i < known.size(); i++) {
      int zone = zonesBefore[known.zone(i)];
      double seconds = known.time(i).seconds();
      boolean sane = seconds > 0 && Double.isFinite(seconds);
      int target = zone >= 0 && sane ? target(targets, zone, known.address(i)) : -1;
      if (target >= 0) {
        put(times, targets, zone, target, known.time(i));
      }
    }
    Trace[] newest = new Trace[targets.count()];
    for (Trace trace : requests) {
      int served = index.zone(trace.zone());
      int origin = trace.originZone().isEmpty() ? served : index.zone(trace.originZone());
      boolean sane = trace.responseSeconds() > 0 && Double.isFinite(trace.responseSeconds());
      if (!sane || served < 0 || origin < 0) {
        continue;
      }
      int host = targets.host(served);
      if (served != origin && host >= 0) {
        int target = targets.own(origin) + targets.place(origin, host);
        put(times, targets, origin, target, fold(at(times, origin, target), trace));
      } else if (served == origin) {
        keepNewest(newest, targets, served, trace);
      }
    }
    for (int zone = 0; zone < times.length; zone++) {
      for (int i = targets.starts[zone]; i < targets.starts[zone + 1]; i++) {
        if (newest[i] != null) {
          int target = i - targets.starts[zone];
          put(times, targets, zone, target, fold(at(times, zone, target), newest[i]));
        }
      }
    }
    int most = requests.size() + (known == null ? 0 : known.size());
    remembered[targets.function] = remember(times, targets, most);
    return times;
  }

  /** What is known of targets that are still there. */
  WeightMemory memory() {
    List<FunctionTimes> known = Arrays.stream(remembered).filter(Objects::nonNull).toList();
    return new WeightMemory(new Remembered(index.zones(), known));
  }

  private int target(Targets targets, int zone, String address) {
    int own = targets.at(zone, address);
    if (own >= 0) {
      return own - targets.starts[zone];
    }
    int host = targets.host(gateways.getOrDefault(address, zone));
    return host < 0 || targets.hosts[host] == zone
        ? -1
        : targets.own(zone) + targets.place(zone, host);
  }

  private void keepNewest(Trace[] newest, Targets targets, int zone, Trace trace) {
    for (int i = targets.starts[zone]; i < targets.starts[zone + 1]; i++) {
      if (index.pod(targets.pods[i]).name().equals(trace.pod())) {
        if (newest[i] == null || done(trace).isAfter(done(newest[i]))) {
          newest[i] = trace;
        }
        return;
      }
    }
  }

  private ResponseTime fold(ResponseTime old, Trace trace) {
    Instant done = done(trace);
    if (old == null) {
      return new ResponseTime(trace.responseSeconds(), done);
    }
    if (!done.isAfter(old.at())) {
      return old;
    }
    double elapsed = Duration.between(old.at(), done).toNanos() / 1e9;
    double alpha = 1 - Math.exp(-elapsed / windowSeconds);
    return new ResponseTime(alpha * trace.responseSeconds() + (1 - alpha) * old.seconds(), done);
  }

  /**
   * Traces come in this order: a slow request was sent before quick ones that are known already.
   */
  private static Instant done(Trace trace) {
    return trace.sent().plusNanos(Math.round(trace.responseSeconds() * 1e9));
  }

  private static ResponseTime at(ResponseTime[][] times, int zone, int target) {
    return times[zone] == null ? null : times[zone][target];
  }

  private static void put(
      ResponseTime[][] times, Targets targets, int zone, int target, ResponseTime time) {
    if (times[zone] == null) {
      times[zone] = new ResponseTime[targets.count(zone)];
    }
    times[zone][target] = time;
  }

  private FunctionTimes remember(ResponseTime[][] times, Targets targets, int most) {
    String function = index.functions().get(targets.function);
    FunctionTimes.Builder all = new FunctionTimes.Builder(function, most);
    for (int zone = 0; zone < times.length; zone++) {
      if (times[zone] != null) {
        List<String> addresses = targets.addresses(zone);
        for (int target = 0; target < times[zone].length; target++) {
          if (times[zone][target] != null) {
            all.add(zone, addresses.get(target), times[zone][target]);
          }
        }
      }
    }
    return all.build();
  }
}
