package io.github.edgewatt.cluster;

/**
 * What a pod asks of the CPU, in cores; 0 is none.
 *
 * @param requested what is set aside for it
 * @param limit what it may use at most
 */
public record CpuDemand(double requested, double limit) {
  /** Asks for nothing. */
  public static final CpuDemand NONE = new CpuDemand(0, 0);
}
