package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import java.util.Arrays;
import java.util.List;

/**
 * Where the requests of one function can go: its reachable pods, zone by zone, and the gateways of
 * zones that have such pods ({@code hosts}, in the order of zones). A zone's targets are its own
 * pods, then the hosts but itself.
 */
final class Targets {
  final int function;

  /**
   * Numbers of reachable pods; those of zone z are {@code starts[z]} to {@code starts[z + 1] - 1}.
   */
  final int[] pods;

  final int[] starts;

  /** Zones that others can send to; empty in {@link Scope#ZONE}. */
  final int[] hosts;

  private final String[] own;
  private final String[] gateways;
  private final int[] places;

  private Targets(
      int function, int[] pods, int[] starts, int[] hosts, String[] own, String[] gateways) {
    this.function = function;
    this.pods = pods;
    this.starts = starts;
    this.hosts = hosts;
    this.own = own;
    this.gateways = gateways;
    places = new int[starts.length - 1];
    Arrays.fill(places, -1);
    for (int host = 0; host < hosts.length; host++) {
      places[hosts[host]] = host;
    }
  }

  /**
   * @param gateways the gateways' addresses by zone; null where a zone has none
   */
  static Targets of(SnapshotIndex index, int function, Scope scope, String[] gateways) {
    int zones = index.zones().size();
    int first = index.first(function, 0);
    int most = index.end(function, zones - 1) - first;
    int[] pods = new int[most];
    int[] starts = new int[zones + 1];
    String[] own = new String[most];
    int[] hosts = new int[zones];
    int count = 0;
    int hosting = 0;
    for (int zone = 0; zone < zones; zone++) {
      int end = index.end(function, zone);
      for (int number = index.first(function, zone); number < end; number++) {
        if (index.reachable(number)) {
          pods[count] = number;
          own[count++] = index.target(number);
        }
      }
      starts[zone + 1] = count;
      if (scope == Scope.GLOBAL && count > starts[zone] && gateways[zone] != null) {
        hosts[hosting++] = zone;
      }
    }
    int[] hostZones = Arrays.copyOf(hosts, hosting);
    String[] hostAddresses = new String[hosting];
    Arrays.setAll(hostAddresses, host -> gateways[hostZones[host]]);
    return new Targets(function, pods, starts, hostZones, own, hostAddresses);
  }

  /** How many pods there are in all. */
  int count() {
    return starts[starts.length - 1];
  }

  /** How many pods of its own a zone has. */
  int own(int zone) {
    return starts[zone + 1] - starts[zone];
  }

  /** How many targets a zone has. */
  int count(int zone) {
    return own(zone) + hosts.length - (host(zone) >= 0 ? 1 : 0);
  }

  /** A zone's place among the hosts; negative where it is none. */
  int host(int zone) {
    return places[zone];
  }

  /** The number, among {@link #pods}, of a zone's own pod at an address; -1 where there is none. */
  int at(int zone, String address) {
    for (int i = starts[zone]; i < starts[zone + 1]; i++) {
      if (own[i].equals(address)) {
        return i;
      }
    }
    return -1;
  }

  /** Where a host is among the other zones that a zone can send to. */
  int place(int zone, int host) {
    int without = host(zone);
    return without >= 0 && host > without ? host - 1 : host;
  }

  /** The addresses of a zone's targets. */
  List<String> addresses(int zone) {
    return new Addresses(own, starts[zone], starts[zone + 1], gateways, host(zone));
  }
}
