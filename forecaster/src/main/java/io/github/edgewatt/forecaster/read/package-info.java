/**
 * From files to what learners and answers need: observations, solo profiles, a hash of it all, and
 * what was left out and why. The grouping of functions, which asks for no kind of node, is the only
 * other part of the forecaster that reads datasets.
 */
package io.github.edgewatt.forecaster.read;
