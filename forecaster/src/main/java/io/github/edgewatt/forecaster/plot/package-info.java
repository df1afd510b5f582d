/**
 * Draws how good a model is and how functions fall into groups: charts as SVG and pages that hold
 * them. Inputs are names and arrays of numbers, so that whoever evaluates or groups needs nothing
 * of charts, and charts nothing of models.
 */
package io.github.edgewatt.forecaster.plot;
