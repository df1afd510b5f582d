package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the gateways hold: the last weights told them, with addresses resolved. */
final class Routes {
  private final World world;
  private final Map<String, Integer> zones = new HashMap<>();
  private final Map<String, Integer> functions = new HashMap<>();
  private final Map<String, Integer> gatewayAddresses = new HashMap<>();
  private final Route[] routes;

  Routes(World world) {
    this.world = world;
    for (int z = 0; z < world.zones(); z++) {
      Gateway gateway = world.gateways().get(z);
      zones.put(gateway.zone(), z);
      gatewayAddresses.put(gateway.address(), z);
    }
    for (int f = 0; f < world.functions(); f++) {
      functions.put(world.parameters().functions().get(f).name(), f);
    }
    routes = new Route[world.functions() * world.zones()];
    Arrays.fill(routes, Route.NONE);
  }

  Route of(int function, int zone) {
    return routes[function * world.zones() + zone];
  }

  /** Replaces all weights; a function and zone without any keeps none, as its key is removed. */
  void replace(List<ZoneWeights> weights, Fleet fleet) {
    Map<String, Replica> pods = new HashMap<>();
    fleet.forEach(replica -> pods.put(replica.ip + ":8080", replica));
    Arrays.fill(routes, Route.NONE);
    for (ZoneWeights one : weights) {
      int at = functions.get(one.function()) * world.zones() + zones.get(one.zone());
      routes[at] = resolve(one, pods);
    }
  }

  private Route resolve(ZoneWeights weights, Map<String, Replica> pods) {
    int targets = weights.addresses().size();
    Replica[] replicas = new Replica[targets];
    int[] podWeights = new int[targets];
    int[] remotes = new int[targets];
    int[] zoneWeights = new int[targets];
    int podCount = 0;
    int zoneCount = 0;
    long podTotal = 0;
    long total = 0;
    for (int i = 0; i < targets; i++) {
      int weight = weights.weights()[i];
      if (weight < 0) {
        throw new IllegalArgumentException("a negative weight: " + weights);
      }
      String address = weights.addresses().get(i);
      Integer remote = gatewayAddresses.get(address);
      total += weight;
      if (remote != null) {
        remotes[zoneCount] = remote;
        zoneWeights[zoneCount++] = weight;
      } else {
        Replica replica = pods.get(address);
        if (replica == null) {
          throw new IllegalArgumentException("nothing listens at " + address);
        }
        replicas[podCount] = replica;
        podWeights[podCount++] = weight;
        podTotal += weight;
      }
    }
    return new Route(
        Arrays.copyOf(replicas, podCount),
        Arrays.copyOf(podWeights, podCount),
        podTotal,
        Arrays.copyOf(remotes, zoneCount),
        Arrays.copyOf(zoneWeights, zoneCount),
        total);
  }
}
