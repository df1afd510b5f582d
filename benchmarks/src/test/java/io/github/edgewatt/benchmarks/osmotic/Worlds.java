package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.policy.Creation;
import io.github.edgewatt.scaling.policy.Outcome;
import io.github.edgewatt.scaling.policy.Removal;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import io.github.edgewatt.scaling.policy.ScalingPolicy;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.policy.WeightPolicy;
import io.github.edgewatt.weights.policy.WeightRound;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The committed parameters, and policies that need no explanation. */
final class Worlds {
  private Worlds() {}

  static Parameters parameters() throws IOException {
    return Parameters.read(Path.of("osmotic", "parameters.json"));
  }

  /** All targets weigh the same; a zone's pods as its gateway and far ones as theirs. */
  static WeightPolicy even() {
    return new WeightPolicy() {
      @Override
      public String name() {
        return "even";
      }

      @Override
      public WeightRound weigh(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory) {
        List<ZoneWeights> all = new ArrayList<>();
        for (int f = 0; f < index.functions().size(); f++) {
          for (int z = 0; z < index.zones().size(); z++) {
            List<String> addresses = addresses(index, f, z);
            if (!addresses.isEmpty()) {
              int[] weights = new int[addresses.size()];
              Arrays.fill(weights, 1);
              all.add(
                  new ZoneWeights(
                      index.functions().get(f), index.zones().get(z), addresses, weights));
            }
          }
        }
        return new WeightRound(all, List.of(), memory);
      }
    };
  }

  private static List<String> addresses(SnapshotIndex index, int function, int zone) {
    List<String> addresses = new ArrayList<>();
    for (int z = 0; z < index.zones().size(); z++) {
      for (int pod = index.first(function, z); pod < index.end(function, z); pod++) {
        FunctionPod one = index.pod(pod);
        if (one.reachable() && z == zone) {
          addresses.add(one.address() + ":" + one.port());
        } else if (one.reachable()) {
          String gateway = index.gateway(z).orElseThrow().address();
          if (!addresses.contains(gateway)) {
            addresses.add(gateway);
          }
        }
      }
    }
    return addresses;
  }

  /** Makes a pod of each function in the first zone, and ends the first pod of each, by turns. */
  static ScalingPolicy restless() {
    return new ScalingPolicy() {
      @Override
      public String name() {
        return "restless";
      }

      @Override
      public Outcome decide(SnapshotIndex index, EnergyPerRequest energy, ScalingMemory memory) {
        List<Creation> creations = new ArrayList<>();
        List<Removal> removals = new ArrayList<>();
        boolean up = index.snapshot().at().getEpochSecond() / 15 % 2 == 0;
        for (int f = 0; f < index.functions().size(); f++) {
          FunctionPod pod = index.pod(index.first(f, 0));
          String zone = index.zones().get(0);
          if (up) {
            creations.add(new Creation(pod.function(), zone, zone, pod, 1, 0, "up", ""));
          } else {
            removals.add(new Removal(pod, 0, 1, "down"));
          }
        }
        return new Outcome(creations, removals, List.of(), List.of(), memory);
      }
    };
  }
}
