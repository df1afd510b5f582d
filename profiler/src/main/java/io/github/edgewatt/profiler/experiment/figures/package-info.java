/**
 * What an experiment's files say, as numbers: the feeder's slices, the tracker's rows and the
 * consumers' counters, read in one pass each and never held whole. Absent figures are NaN.
 */
package io.github.edgewatt.profiler.experiment.figures;
