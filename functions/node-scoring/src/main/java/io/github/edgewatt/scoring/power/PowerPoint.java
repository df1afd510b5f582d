package io.github.edgewatt.scoring.power;

/**
 * A state of a node that a power model is asked about.
 *
 * @param cpu CPU in use as a part of the node's, 0 to 1
 * @param cores the node's CPU in cores
 * @param ambient air temperature between the node's least (0) and highest (1); NaN where unknown
 * @param cpu1 first processor's, likewise
 * @param cpu2 second processor's, likewise
 * @param ambientCelsius air temperature itself; NaN where unknown
 */
public record PowerPoint(
    double cpu, double cores, double ambient, double cpu1, double cpu2, double ambientCelsius) {}
