package io.github.edgewatt.cluster.snapshot;

/**
 * The gateway of a zone: the pod that splits its requests.
 *
 * @param zone its zone
 * @param pod its pod's name
 * @param node its node
 * @param address {@code IP:port} that other gateways reach it at
 */
public record Gateway(String zone, String pod, String node, String address) {}
