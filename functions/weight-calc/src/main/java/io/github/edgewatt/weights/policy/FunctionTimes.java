package io.github.edgewatt.weights.policy;

import io.github.edgewatt.weights.policy.WeightMemory.ResponseTime;
import java.util.Arrays;

/** Response times of one function: zones of gateways, addresses and times side by side. */
final class FunctionTimes {
  private final String function;
  private final int[] zones;
  private final String[] addresses;
  private final ResponseTime[] times;

  private FunctionTimes(Builder all) {
    function = all.function;
    zones = Arrays.copyOf(all.zones, all.size);
    addresses = Arrays.copyOf(all.addresses, all.size);
    times = Arrays.copyOf(all.times, all.size);
  }

  String function() {
    return function;
  }

  int size() {
    return times.length;
  }

  /** The zone's place in the list of zones that goes with it. */
  int zone(int entry) {
    return zones[entry];
  }

  String address(int entry) {
    return addresses[entry];
  }

  ResponseTime time(int entry) {
    return times[entry];
  }

  /** Takes them one after the other. */
  static final class Builder {
    private final String function;
    private int[] zones;
    private String[] addresses;
    private ResponseTime[] times;
    private int size;

    /**
     * @param likely how many there will likely be
     */
    Builder(String function, int likely) {
      this.function = function;
      zones = new int[likely];
      addresses = new String[likely];
      times = new ResponseTime[likely];
    }

    void add(int zone, String address, ResponseTime time) {
      if (size == times.length) {
        zones = Arrays.copyOf(zones, 2 * size + 1);
        addresses = Arrays.copyOf(addresses, zones.length);
        times = Arrays.copyOf(times, zones.length);
      }
      zones[size] = zone;
      addresses[size] = address;
      times[size++] = time;
    }

    FunctionTimes build() {
      return new FunctionTimes(this);
    }
  }
}
