package io.github.edgewatt.collector.window;

import io.github.edgewatt.collector.event.FpgaEvent;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The nodes a collector serves: one that it is told, or as many as are named, up to a bound. */
public final class Nodes {
  /** What became of an event. */
  public enum Outcome {
    COUNTED,
    LATE,
    /** No node of this collector. */
    NOT_OURS,
    /** As many nodes as there may be report already. */
    TOO_MANY
  }

  // What Kubernetes takes for a node's name.
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int MOST_NAME = 253;
  private static final long SWEEP_MILLIS = 1_000;

  private final Map<String, NodeWindows> windows = new ConcurrentHashMap<>();
  private final Optional<String> only;
  private final int most;
  private long sweptMillis;

  private Nodes(Optional<String> only, int most) {
    this.only = only;
    this.most = most;
  }

  /** One node, known from the start. */
  public static Nodes one(String name) {
    if (!valid(name)) {
      throw new IllegalArgumentException("no node can have the name '" + name + "'");
    }
    Nodes nodes = new Nodes(Optional.of(name), 1);
    nodes.windows.put(name, new NodeWindows());
    return nodes;
  }

  /** Whichever report, at most {@code most}. */
  public static Nodes many(int most) {
    return new Nodes(Optional.empty(), most);
  }

  /** Whether a node may have this name. */
  public static boolean valid(String name) {
    return name.length() <= MOST_NAME && NAME.matcher(name).matches();
  }

  /**
   * Counts an event of a node.
   *
   * @param node its name as the client told it; null or empty where it told none
   */
  public Outcome add(String node, FpgaEvent event, long nowMillis) {
    String name = node == null || node.isEmpty() ? only.orElse("") : node;
    if (only.isPresent() ? !only.get().equals(name) : !known(name)) {
      return Outcome.NOT_OURS;
    }
    while (true) {
      NodeWindows found = windows.get(name);
      if (found == null) {
        found = open(name, nowMillis);
        if (found == null) {
          return Outcome.TOO_MANY;
        }
      }
      switch (found.add(event, nowMillis)) {
        case COUNTED -> {
          return Outcome.COUNTED;
        }
        case LATE -> {
          return Outcome.LATE;
        }
        case CLOSED -> windows.remove(name, found);
      }
    }
  }

  /** The windows of every node, by name. */
  public NavigableMap<String, NodeWindows> all() {
    return new TreeMap<>(windows);
  }

  public int size() {
    return windows.size();
  }

  /** Whether a node is one of those it serves now. */
  public boolean has(String name) {
    return windows.containsKey(name);
  }

  /** The one node there is, unless there may be many. */
  public Optional<String> only() {
    return only;
  }

  /** Gives up a node where no time of it counts; it comes back with its next event. */
  public boolean drop(String name, long nowMillis) {
    NodeWindows node = windows.get(name);
    return only.isEmpty()
        && node != null
        && node.closeIfIdle(nowMillis)
        && windows.remove(name, node);
  }

  private boolean known(String name) {
    return windows.containsKey(name) || valid(name);
  }

  private synchronized NodeWindows open(String name, long nowMillis) {
    if (windows.size() >= most && !windows.containsKey(name)) {
      // Not for each of a flood of new names.
      if (Math.abs(nowMillis - sweptMillis) >= SWEEP_MILLIS) {
        sweptMillis = nowMillis;
        windows.keySet().forEach(idle -> drop(idle, nowMillis));
      }
      if (windows.size() >= most) {
        return null;
      }
    }
    return windows.computeIfAbsent(name, absent -> new NodeWindows());
  }
}
