package io.github.edgewatt.cluster.live;

import java.util.Locale;

/** Why something that a source told was left out. */
enum Drop {
  /** A sample or a trace older than its window. */
  TOO_OLD,
  /** A sample or a trace further in the future than clocks may be apart. */
  IN_THE_FUTURE,
  /** A sample of the same instant, or a trace, that is there already. */
  DUPLICATE,
  /** A number that cannot be: not finite, negative, a share far above 1. */
  SENSELESS,
  /** The oldest sample of a window that holds as many as it may. */
  TOO_MANY_SAMPLES,
  /** Samples of a container, pod or node that never became known. */
  NEVER_KNOWN,
  /** The oldest trace where there are as many as there may be. */
  TOO_MANY_TRACES,
  /** A request that its client could not make. */
  TRACE_FAILED,
  /** A request that was answered, but not with status 200. */
  TRACE_NOT_OK,
  /** A request whose function did not tell when it began. */
  TRACE_WITHOUT_START,
  /** A request that ended before it was sent, or was on its way for less than no time. */
  TRACE_SKEWED,
  /** A way between gateways that took less than no time, or more than a minute. */
  HOP_SKEWED,
  /** A way between gateways of which one is on a node that is not known. */
  HOP_UNKNOWN,
  /** A node beyond the most that may be known. */
  TOO_MANY_NODES,
  /** A pod, or a gateway, beyond the most that may be known. */
  TOO_MANY_PODS,
  /** A container beyond the most that one pod may have. */
  TOO_MANY_CONTAINERS,
  /** A pair of nodes beyond the most whose latency may be learnt. */
  TOO_MANY_LATENCIES,
  /** Request rates beyond the most that may be told. */
  TOO_MANY_RATES;

  /** As metrics name it, as {@code too_old}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
