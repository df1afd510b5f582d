package io.github.edgewatt.scoring.power;

/**
 * What a node would draw.
 *
 * @param source who knows
 * @param point the node's state
 */
public record PowerQuestion(PowerSource source, PowerPoint point) {}
