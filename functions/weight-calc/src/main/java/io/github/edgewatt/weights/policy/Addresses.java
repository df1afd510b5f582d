package io.github.edgewatt.weights.policy;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Addresses of a zone's targets, looked up when asked for: ten million of them are never all wanted
 * at once. Holds no pod and no snapshot, so that keeping it keeps little.
 */
final class Addresses extends AbstractList<String> implements RandomAccess {
  private final String[] pods;
  private final int from;
  private final int own;
  private final String[] gateways;
  private final int without;
  private final int size;

  /**
   * @param without which of the gateways is not in it; negative where all are
   */
  Addresses(String[] pods, int from, int to, String[] gateways, int without) {
    this.pods = pods;
    this.from = from;
    own = to - from;
    this.gateways = gateways;
    this.without = without < 0 ? gateways.length : without;
    size = own + gateways.length - (without < 0 ? 0 : 1);
  }

  @Override
  public String get(int index) {
    Objects.checkIndex(index, size);
    if (index < own) {
      return pods[from + index];
    }
    int host = index - own;
    return gateways[host < without ? host : host + 1];
  }

  @Override
  public int size() {
    return size;
  }
}
