package io.github.edgewatt.profiler.measure;

import java.util.Locale;

/**
 * A node's CPU from the time its cores did not work. Idle time is booked exactly, user and system
 * time by ticks that miss short bursts; so what was used is what was not idle.
 */
public final class NodeCpu {

  /**
   * CPU the hypervisor took is booked to whoever was running, so much of it spoils every figure.
   */
  private static final double MOST_STEAL_SHARE = 0.05;

  private NodeCpu() {}

  /**
   * Percent of one core: {@code 100 (cores x seconds - idle - steal - own) / seconds}.
   *
   * @param idleSeconds idle and waiting for a disk, summed over cores
   * @param stealSeconds taken by the hypervisor, summed over cores
   * @param ownSeconds CPU of this process where it runs on the node
   */
  public static double busyPercent(
      int cores, double seconds, double idleSeconds, double stealSeconds, double ownSeconds) {
    double busy = cores * seconds - idleSeconds - stealSeconds - ownSeconds;
    // Idle time has steps of 10 ms, so an idle window can come out a hair below nothing.
    return Math.max(0, 100 * busy / seconds);
  }

  /** Why so much stolen time spoils a window, or empty. */
  public static String stealProblem(int cores, double seconds, double stealSeconds) {
    double share = stealSeconds / (cores * seconds);
    return share > MOST_STEAL_SHARE
        ? String.format(Locale.ROOT, "the hypervisor took %.1f %% of the CPU", 100 * share)
        : "";
  }
}
