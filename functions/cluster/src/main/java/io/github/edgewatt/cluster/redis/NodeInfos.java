package io.github.edgewatt.cluster.redis;

import io.github.edgewatt.cluster.objects.Directory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What nodes' descriptions make of nodes. telemd and its adapter write them once, at their start: a
 * Redis that lost them says nothing of the nodes. So a node whose description is gone goes only
 * after its telemetry ended too. Safe to use from several threads.
 */
final class NodeInfos {
  /** Longer than any period of telemd's, which is 5 s at most by default. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  private static final int MOST_NODES = 20_000;

  private final Directory directory;
  private final Tally tally;
  private final Clock clock;
  private final Map<String, Instant> heard =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_NODES;
        }
      };

  /**
   * @param directory where nodes are told; null where somebody else tells of them
   */
  NodeInfos(Directory directory, Tally tally, Clock clock) {
    this.directory = directory;
    this.tally = tally;
    this.clock = clock;
  }

  /** Whether descriptions are of use here at all. */
  boolean wanted() {
    return directory != null;
  }

  /** A node has sent telemetry. */
  synchronized void heard(String node) {
    heard.put(node, clock.instant());
  }

  /** Takes all descriptions there are, by their keys. */
  synchronized void take(Map<String, Map<String, String>> hashes) {
    hashes.forEach(
        (key, hash) -> {
          try {
            directory.node(NodeInfo.node(key, hash), NodeInfo.addresses(hash));
          } catch (RuntimeException e) {
            tally.unreadable(key, RedisClients.reason(e));
          }
        });
    Instant silent = clock.instant().minus(SILENCE);
    for (String node : directory.nodeNames()) {
      boolean described = hashes.containsKey(NodeInfo.PREFIX + node);
      if (!described && heard.getOrDefault(node, Instant.MIN).isBefore(silent)) {
        directory.removeNode(node);
      }
    }
  }
}
