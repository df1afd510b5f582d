package io.github.edgewatt.benchmarks.osmotic;

import java.util.Arrays;

/**
 * Where the requests of a step go. A gateway splits its clients' requests among pods of its zone
 * and other gateways; these split what they are forwarded among their own pods only (loop
 * prevention).
 */
final class Flows {
  /** Round trips between gateways are told apart by so many milliseconds. */
  static final double BUCKET_MILLIS = 2;

  private final World world;
  private final int buckets;

  /** Forwarded to a zone, in requests a second, by function, zone and bucket of the round trip. */
  private final double[] forwarded;

  /** What each gateway handles, in requests a second: its clients' and what is forwarded to it. */
  private final double[] handled;

  private double lost;

  Flows(World world) {
    this.world = world;
    double most = 0;
    for (int a = 0; a < world.zones(); a++) {
      for (int b = 0; b < world.zones(); b++) {
        most = Math.max(most, world.millis(a, b));
      }
    }
    buckets = (int) (most / BUCKET_MILLIS) + 1;
    forwarded = new double[world.functions() * world.zones() * buckets];
    handled = new double[world.zones()];
  }

  /** Spreads {@code rates} over the pods; their arrivals are set. */
  void spread(double[] rates, Routes routes, Fleet fleet) {
    fleet.forEach(replica -> replica.arrivals = 0);
    Arrays.fill(forwarded, 0);
    Arrays.fill(handled, 0);
    lost = 0;
    for (int f = 0; f < world.functions(); f++) {
      for (int z = 0; z < world.zones(); z++) {
        first(f, z, rates[f * world.zones() + z], routes.of(f, z));
      }
      for (int z = 0; z < world.zones(); z++) {
        double all = forwarded(f, z);
        if (all > 0) {
          handled[z] += all;
          Route route = routes.of(f, z);
          lost += route.podTotal() == 0 ? all : toPods(route, all, route.podTotal());
        }
      }
    }
  }

  private void first(int function, int zone, double rate, Route route) {
    handled[zone] += rate;
    if (route.total() == 0) {
      lost += rate;
      return;
    }
    lost += toPods(route, rate, route.total());
    for (int i = 0; i < route.zones().length; i++) {
      int to = route.zones()[i];
      int bucket = (int) (world.millis(zone, to) / BUCKET_MILLIS);
      forwarded[(function * world.zones() + to) * buckets + bucket] +=
          rate * route.zoneWeights()[i] / route.total();
    }
  }

  /** Sends the pods' share of {@code rate} on; what went to pods that are gone is lost. */
  private static double toPods(Route route, double rate, long total) {
    double lost = 0;
    for (int i = 0; i < route.pods().length; i++) {
      double share = rate * route.podWeights()[i] / total;
      if (route.pods()[i].serves()) {
        route.pods()[i].arrivals += share;
      } else {
        lost += share;
      }
    }
    return lost;
  }

  /** All that is forwarded to a zone. */
  double forwarded(int function, int zone) {
    double all = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      all += forwarded(function, zone, bucket);
    }
    return all;
  }

  /** What is forwarded to a zone over round trips of about {@code (bucket + 1/2)} x 2 ms. */
  double forwarded(int function, int zone, int bucket) {
    return forwarded[(function * world.zones() + zone) * buckets + bucket];
  }

  int buckets() {
    return buckets;
  }

  /** What a zone's gateway handles, in requests a second. */
  double handled(int zone) {
    return handled[zone];
  }

  /** Requests a second that found no pod. */
  double lost() {
    return lost;
  }
}
