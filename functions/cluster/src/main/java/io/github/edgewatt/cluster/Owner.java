package io.github.edgewatt.cluster;

/**
 * The controller that made a pod.
 *
 * @param kind {@code ReplicaSet}, {@code DaemonSet}, …
 * @param name its name
 * @param uid its UID
 */
public record Owner(String kind, String name, String uid) {}
