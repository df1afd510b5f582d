/**
 * A trained model as arrays of numbers, and the answers it gives. Nothing here trains, so nothing
 * here needs a learner's library: what serves forecasts carries this package alone.
 */
package io.github.edgewatt.forecaster.model;
