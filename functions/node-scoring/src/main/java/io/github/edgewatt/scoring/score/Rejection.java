package io.github.edgewatt.scoring.score;

/**
 * A node that may not take a pod.
 *
 * @param node its name
 * @param reason one line
 * @param forGood whether nothing that ends on the node would change that (so preemption is useless)
 */
public record Rejection(String node, String reason, boolean forGood) {}
