package io.github.edgewatt.forecaster.cluster;

/**
 * A function that the groups were made of.
 *
 * @param name the function
 * @param group its group's index
 * @param distance of its point to the group's centroid
 */
public record GroupedFunction(String name, int group, double distance) {}
