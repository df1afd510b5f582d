/**
 * Evidence for forecasts: published measurements replayed in other orders, to see how many a rule
 * needs for the same score.
 */
package io.github.edgewatt.benchmarks.forecast;
