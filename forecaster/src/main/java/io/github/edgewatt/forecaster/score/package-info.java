/** Scores of forecasts against measurements: pure arithmetic on arrays. */
package io.github.edgewatt.forecaster.score;
