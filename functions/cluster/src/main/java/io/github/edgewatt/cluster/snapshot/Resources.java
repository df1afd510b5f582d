package io.github.edgewatt.cluster.snapshot;

/**
 * What pods take of a node.
 *
 * @param cores CPU in cores
 * @param bytes memory in bytes
 * @param pods how many pods
 */
public record Resources(double cores, double bytes, int pods) {
  /** Nothing. */
  public static final Resources NONE = new Resources(0, 0, 0);

  /** Both together. */
  public Resources plus(Resources other) {
    return new Resources(cores + other.cores, bytes + other.bytes, pods + other.pods);
  }
}
