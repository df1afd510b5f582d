package io.github.edgewatt.forecaster.cluster;

/**
 * How good the split into k groups is.
 *
 * @param k how many groups
 * @param distortion mean distance of the functions to their groups' centroids
 * @param silhouette −1 to 1; NaN for one group and for as many groups as functions
 * @param stability 0 to 1, see {@link Stability}; NaN where not computed
 */
public record SplitFigures(int k, double distortion, double silhouette, double stability) {}
