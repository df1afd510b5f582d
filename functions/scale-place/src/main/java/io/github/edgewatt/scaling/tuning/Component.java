package io.github.edgewatt.scaling.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The six parts that pressure is made of, by the names that {@code schedule_scale_opt_pressures}
 * has for them and by those of upstream's decentralised successor.
 */
public enum Component {
  /** Requests of a client zone, of those of the zone that asks most. */
  REQUEST("request", "request"),
  /** How far the client zone is, of the highest latency. */
  NETWORK_DISTANCE("network_distance", "normalized_network_latency"),
  /** How far the client zone is, of the latency the function requires; may exceed 1. */
  LATENCY_REQ_UNBOUND("latency_req_unbound", "network_latency_fulfillment"),
  /** The same distance through the logistic function around the requirement. */
  LATENCY_REQ_LOG("latency_req_log", "network_latency_requirement_log"),
  /** A percentile of response times through the logistic function. */
  RTT_LOG("rtt_log", "rtt_log"),
  /** Mean CPU use of the function's replicas, in cores. */
  CPU_USAGE("cpu_usage", "cpu_usage");

  private final String key;
  private final String alias;

  Component(String key, String alias) {
    this.key = key;
    this.alias = alias;
  }

  /** Its published name. */
  public String key() {
    return key;
  }

  /** Its name in the successor; the same for some. */
  public String alias() {
    return alias;
  }

  /** Whether it needs a function's required latency. */
  public boolean needsRequirement() {
    return this == LATENCY_REQ_UNBOUND || this == LATENCY_REQ_LOG;
  }

  /** Whether it needs the latency between gateways. */
  public boolean needsDistance() {
    return this == NETWORK_DISTANCE || needsRequirement();
  }

  /**
   * By one of its names, in any case.
   *
   * @throws IllegalArgumentException with a line that lists the known names
   */
  public static Component of(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(one -> one.key.equals(wanted) || one.alias.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "schedule_scale_opt_pressures has '" + name + "': it may have " + known()));
  }

  private static String known() {
    return Arrays.stream(values())
        .flatMap(one -> List.of(one.key, one.alias).stream().distinct())
        .collect(Collectors.joining(", "));
  }
}
