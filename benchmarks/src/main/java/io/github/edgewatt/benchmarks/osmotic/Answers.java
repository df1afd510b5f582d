package io.github.edgewatt.benchmarks.osmotic;

/**
 * What became of a day's requests. A request takes the way from its client to its gateway, perhaps
 * to another gateway, to the node, and the time in the pod; what sharing adds to that is spread
 * exponentially ({@link Tail}).
 */
final class Answers {
  private final World world;
  private final LatencyBins bins = new LatencyBins();
  private double asked;
  private double failed;

  Answers(World world) {
    this.world = world;
  }

  /** Counts a step of {@code seconds}. */
  void count(double[] rates, Routes routes, Flows flows, double seconds) {
    for (double rate : rates) {
      asked += rate * seconds;
    }
    failed += flows.lost() * seconds;
    for (int f = 0; f < world.functions(); f++) {
      for (int z = 0; z < world.zones(); z++) {
        Route route = routes.of(f, z);
        if (route.total() > 0) {
          double rate = rates[f * world.zones() + z] * seconds / route.total();
          pods(route, rate, nearMillis());
        }
        if (route.podTotal() > 0) {
          forwarded(f, z, route, flows, seconds);
        }
      }
    }
  }

  private void forwarded(int function, int zone, Route route, Flows flows, double seconds) {
    for (int bucket = 0; bucket < flows.buckets(); bucket++) {
      double rate = flows.forwarded(function, zone, bucket);
      if (rate > 0) {
        pods(route, rate * seconds / route.podTotal(), farMillis(bucket));
      }
    }
  }

  /** Round trip from a client to its own gateway and through it. */
  private double nearMillis() {
    return world.parameters().latency().clientMillis() + world.parameters().nodes().gatewayMillis();
  }

  private double farMillis(int bucket) {
    return nearMillis()
        + world.parameters().nodes().gatewayMillis()
        + (bucket + 0.5) * Flows.BUCKET_MILLIS;
  }

  private void pods(Route route, double requestsPerWeight, double wayMillis) {
    for (int i = 0; i < route.pods().length; i++) {
      Replica pod = route.pods()[i];
      double requests = requestsPerWeight * route.podWeights()[i];
      if (pod.serves() && requests > 0) {
        failed += requests * pod.queue.lossShare();
        add(pod, requests * (1 - pod.queue.lossShare()), wayMillis);
      }
    }
  }

  private void add(Replica pod, double requests, double wayMillis) {
    if (!(requests > 0)) {
      return;
    }
    double least =
        wayMillis + world.workers().get(pod.node).gatewayMillis() + 1000 * pod.aloneSeconds;
    double added = 1000 * Math.max(0, pod.queue.responseSeconds() - pod.aloneSeconds);
    for (int point = 0; point < Tail.POINTS; point++) {
      bins.add(least + added * Tail.value(point), requests * Tail.share(point));
    }
  }

  /** Latencies of the requests that were answered. */
  LatencyBins bins() {
    return bins;
  }

  /** Requests sent. */
  double asked() {
    return asked;
  }

  /** Requests not answered. */
  double failed() {
    return failed;
  }
}
