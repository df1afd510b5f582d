package io.github.edgewatt.cluster.snapshot;

import java.time.Instant;

/**
 * A request that was answered with status 200.
 *
 * @param sent when its client sent it
 * @param function the function, dashes written as underscores
 * @param client the client's name
 * @param originZone its client's zone; empty where not known
 * @param zone the zone of the pod that served it; empty where not known
 * @param pod the name of the pod that served it; empty where not known
 * @param responseSeconds from sent to done, in seconds
 * @param networkMillis what of it was spent on the way, in milliseconds; or NaN
 */
public record Trace(
    Instant sent,
    String function,
    String client,
    String originZone,
    String zone,
    String pod,
    double responseSeconds,
    double networkMillis) {}
