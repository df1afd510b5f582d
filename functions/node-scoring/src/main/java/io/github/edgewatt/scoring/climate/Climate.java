package io.github.edgewatt.scoring.climate;

import java.time.Instant;

/**
 * Readings of one node's sensors; NaN where it has none.
 *
 * @param ambientCelsius air at the inlet
 * @param cpu1Celsius first processor
 * @param cpu2Celsius second processor
 * @param at when they were read
 */
public record Climate(double ambientCelsius, double cpu1Celsius, double cpu2Celsius, Instant at) {}
