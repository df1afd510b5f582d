/**
 * From files to what learners and answers need: observations, solo profiles, a hash of it all, and
 * what was left out and why. The only package of the forecaster that reads datasets.
 */
package io.github.edgewatt.forecaster.read;
