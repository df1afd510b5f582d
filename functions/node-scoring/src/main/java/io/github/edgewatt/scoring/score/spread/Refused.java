package io.github.edgewatt.scoring.score.spread;

/**
 * A node where a replica may not go yet.
 *
 * @param node its name
 * @param reason one line
 */
public record Refused(String node, String reason) {}
