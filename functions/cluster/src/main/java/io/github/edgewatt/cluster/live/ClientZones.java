package io.github.edgewatt.cluster.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where clients are, by their ids alone: the longest name of a zone that is a part of the id (as
 * {@code zone-a} of {@code galileo-worker-zone-a-x7k2p-3}), else the zone of the pod with the
 * longest name that the id begins with. Parts end where a character is neither letter nor digit, so
 * that {@code zone-ab} is not in {@code zone-a}. With zones named {@code zone-x} that is what the
 * galileo context finds by {@code zone-.}.
 */
final class ClientZones {
  private static final int MOST_PARTS = 64;

  private final Set<String> zones;
  private final Map<String, String> zonesOfPods;
  private final Map<String, String> found = new HashMap<>();

  /**
   * @param zonesOfPods zones by pods' names
   */
  ClientZones(Set<String> zones, Map<String, String> zonesOfPods) {
    this.zones = zones;
    this.zonesOfPods = zonesOfPods;
  }

  /** The client's zone; empty where not known. */
  String of(String client) {
    return found.computeIfAbsent(client, this::find);
  }

  private String find(String client) {
    int[] starts = new int[MOST_PARTS];
    int[] ends = new int[MOST_PARTS];
    int parts = 0;
    for (int i = 0; i < client.length() && parts < MOST_PARTS; i++) {
      if (inPart(client, i) && !inPart(client, i - 1)) {
        starts[parts] = i;
        while (i + 1 < client.length() && inPart(client, i + 1)) {
          i++;
        }
        ends[parts++] = i + 1;
      }
    }
    String longest = "";
    for (int from = 0; from < parts; from++) {
      for (int to = parts - 1; to >= from; to--) {
        String candidate = client.substring(starts[from], ends[to]);
        if (candidate.length() > longest.length() && zones.contains(candidate)) {
          longest = candidate;
        }
      }
    }
    for (int to = parts - 1; to >= 0 && longest.isEmpty(); to--) {
      longest = zonesOfPods.getOrDefault(client.substring(0, ends[to]), "");
    }
    return longest;
  }

  private static boolean inPart(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
