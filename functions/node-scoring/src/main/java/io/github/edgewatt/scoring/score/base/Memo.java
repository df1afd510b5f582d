package io.github.edgewatt.scoring.score.base;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * What was worked out for nodes, by name, kept for the next question. Two generations: where the
 * younger is full it becomes the older, whose entries go unless they were asked for since. So it
 * never holds more than twice its limit, and nodes that left are forgotten without being told.
 * Values are immutable; threads that work out the same node at the same time replace each other's
 * equal results.
 */
public final class Memo<V> {
  private final IntSupplier most;
  private volatile Map<String, V> younger = new ConcurrentHashMap<>();
  private volatile Map<String, V> older = Map.of();

  /**
   * @param most how many entries a generation holds; asked at each new entry, as clusters grow
   */
  public Memo(IntSupplier most) {
    this.most = most;
  }

  /** What is remembered of the node, or null. */
  public V get(String node) {
    V value = younger.get(node);
    if (value == null) {
      value = older.get(node);
      if (value != null) {
        put(node, value);
      }
    }
    return value;
  }

  /** Remembers {@code value} of the node. */
  public void put(String node, V value) {
    if (younger.size() >= most.getAsInt()) {
      age();
    }
    younger.put(node, value);
  }

  private synchronized void age() {
    if (younger.size() >= most.getAsInt()) {
      older = younger;
      younger = new ConcurrentHashMap<>();
    }
  }

  /** How many entries it holds, those of both generations counted twice. */
  int size() {
    return younger.size() + older.size();
  }

  /**
   * Whether both are the same version of an object that is replaced as a whole when it changes:
   * comparing their contents would cost more than what is remembered saves.
   */
  public static boolean same(Object one, Object other) {
    return one == other;
  }
}
