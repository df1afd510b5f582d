package io.github.edgewatt.cluster.live;

import java.time.Instant;
import java.util.List;

/**
 * A request as its client recorded it, before nodes and zones are known.
 *
 * @param sent when its client sent it
 * @param done when its client had the answer
 * @param status HTTP status; -1 where the client failed
 * @param function the function, dashes written as underscores
 * @param client the client's id
 * @param server the address or name of the pod that served it, with or without a port
 * @param started when the function began, by its own clock; null where it did not tell
 * @param ended when the function ended, likewise
 * @param hops the gateways on its way and when each forwarded it, in order
 */
public record RequestTrace(
    Instant sent,
    Instant done,
    int status,
    String function,
    String client,
    String server,
    Instant started,
    Instant ended,
    List<Hop> hops) {
  public RequestTrace {
    hops = List.copyOf(hops);
  }

  /**
   * A gateway on a request's way.
   *
   * @param node the gateway's node
   * @param forwarded when it sent the request on, by its own clock
   */
  public record Hop(String node, Instant forwarded) {}
}
