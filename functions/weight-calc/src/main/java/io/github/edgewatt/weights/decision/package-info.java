/**
 * From a snapshot to weights, without input or output: what rounds, the function and {@code once}
 * have in common, and the decision as JSON.
 */
package io.github.edgewatt.weights.decision;
