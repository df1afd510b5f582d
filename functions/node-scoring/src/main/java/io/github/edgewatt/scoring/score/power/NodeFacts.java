package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.Node;

/**
 * What follows from a node's labels and the list of its pods alone, worked out once for each of
 * their versions.
 *
 * @param node the version
 * @param ranges of its sensors
 * @param source who knows its watts
 * @param arrivals pods that may not be warm
 */
record NodeFacts(Node node, Ranges ranges, NodeSource source, Arrivals arrivals) {}
