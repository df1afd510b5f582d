/**
 * A configuration as numbers: what is asked of a node ({@code Load}), what was seen there ({@code
 * Observation}), and the features learners see. Pure arithmetic over solo profiles; rows come in
 * through {@code Observations}.
 */
package io.github.edgewatt.forecaster.feature;
