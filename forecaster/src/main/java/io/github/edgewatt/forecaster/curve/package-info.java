/**
 * A node's power as a function of its CPU alone, read off a trained model's forecasts. For callers
 * that know how busy a node is, but not with which functions: schedulers.
 */
package io.github.edgewatt.forecaster.curve;
