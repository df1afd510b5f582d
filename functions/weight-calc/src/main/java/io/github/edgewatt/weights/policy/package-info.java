/**
 * Policies: pure functions from a snapshot to weights. Each states its formula and what it answers
 * where data are missing.
 */
package io.github.edgewatt.weights.policy;
