package io.github.edgewatt.cluster.redis;

import java.util.Set;

/**
 * A channel {@code telem/NODE/METRIC[/SUBSYSTEM...]}.
 *
 * @param node the node
 * @param metric what is measured
 * @param subsystem a container's id, a device, or which of several values; empty where there is
 *     none
 */
record TelemdTopic(String node, String metric, String subsystem) {
  private static final String PREFIX = "telem";
  private static final int MOST_PARTS = 8;

  /** Metrics whose subsystem is a container; every other subsystem is a part of the node. */
  private static final Set<String> CONTAINER_CPU = Set.of("kubernetes_cgrp_cpu", "docker_cgrp_cpu");

  /**
   * Reads a channel's name.
   *
   * @throws IllegalArgumentException one line where it is none of telemd's
   */
  static TelemdTopic parse(String channel) {
    String[] parts = channel.split("/", MOST_PARTS + 1);
    boolean complete =
        parts.length >= 3
            && parts.length <= MOST_PARTS
            && parts[0].equals(PREFIX)
            && !parts[1].isBlank()
            && !parts[2].isBlank();
    if (!complete) {
      throw new IllegalArgumentException("no channel of telemd: " + Text.shown(channel));
    }
    return new TelemdTopic(parts[1], parts[2], parts.length > 3 ? parts[3] : "");
  }

  /** Whether the value is a node's CPU use in percent. */
  boolean nodeCpu() {
    return metric.equals("cpu") && subsystem.isEmpty();
  }

  /** Whether the value is the CPU time that the container {@link #subsystem} has used, in ns. */
  boolean containerCpu() {
    return CONTAINER_CPU.contains(metric) && !subsystem.isBlank();
  }
}
