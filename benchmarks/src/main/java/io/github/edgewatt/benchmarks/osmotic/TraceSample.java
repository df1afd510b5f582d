package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.snapshot.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests of the look-back as their clients would tell of them: an even sample of what the last
 * step's flows answer, every n-th request along all ways, so that the counts of ways keep their
 * proportions.
 */
final class TraceSample {
  private final World world;
  private final int most;
  private final Random random;
  private final List<String> clients = new ArrayList<>();

  private List<Trace> traces = new ArrayList<>();

  /** Every how many requests one is taken, and how many are left until the next. */
  private double every;

  private double left;
  private Instant sent = Instant.EPOCH;
  private Duration gap = Duration.ZERO;

  TraceSample(World world, int most) {
    this.world = world;
    this.most = most;
    random = new Random(world.seed() * 104_729 + 31);
    for (int z = 0; z < world.zones(); z++) {
      clients.add("galileo-worker-" + world.zoneName(z) + "-00000");
    }
  }

  /** The sample at {@code now}, oldest first. */
  List<Trace> take(double[] rates, Routes routes, Instant now) {
    double lookback = world.parameters().lookbackSeconds();
    double all = 0;
    for (double rate : rates) {
      all += rate * lookback;
    }
    traces = new ArrayList<>();
    every = Math.max(1, all / most);
    left = every * random.nextDouble();
    gap = Duration.ofNanos((long) (lookback * 1e9 * every / Math.max(all, every)));
    sent = now.minusNanos((long) (lookback * 1e9));
    for (int f = 0; f < world.functions(); f++) {
      for (int z = 0; z < world.zones(); z++) {
        Route route = routes.of(f, z);
        if (route.total() > 0) {
          double rate = rates[f * world.zones() + z] * lookback / route.total();
          ways(f, z, route, rate, routes);
        }
      }
    }
    return traces;
  }

  private void ways(int function, int zone, Route route, double perWeight, Routes routes) {
    pods(function, zone, route, perWeight, 0);
    for (int i = 0; i < route.zones().length; i++) {
      Route there = routes.of(function, route.zones()[i]);
      if (there.podTotal() > 0) {
        double requests = perWeight * route.zoneWeights()[i];
        if (requests < left) {
          left -= requests;
        } else {
          double millis =
              world.millis(zone, route.zones()[i]) + world.parameters().nodes().gatewayMillis();
          pods(function, zone, there, requests / there.podTotal(), millis);
        }
      }
    }
  }

  private void pods(int function, int origin, Route route, double perWeight, double wayMillis) {
    for (int i = 0; i < route.pods().length; i++) {
      Replica pod = route.pods()[i];
      double requests = perWeight * route.podWeights()[i];
      if (pod.serves() && requests > 0) {
        left -= requests * (1 - pod.queue.lossShare());
        while (left < 0) {
          left += every;
          traces.add(trace(function, origin, pod, wayMillis));
        }
      }
    }
  }

  private Trace trace(int function, int origin, Replica pod, double wayMillis) {
    sent = sent.plus(gap);
    double network =
        wayMillis
            + world.parameters().latency().clientMillis()
            + world.parameters().nodes().gatewayMillis()
            + world.workers().get(pod.node).gatewayMillis();
    double added = Math.max(0, pod.queue.responseSeconds() - pod.aloneSeconds);
    double inside = pod.aloneSeconds - added * Math.log(1 - random.nextDouble());
    return new Trace(
        sent,
        world.parameters().functions().get(function).name(),
        clients.get(origin),
        world.zoneName(origin),
        world.zoneName(pod.zone),
        pod.name,
        inside + network / 1000,
        network);
  }
}
