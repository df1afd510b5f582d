/**
 * What a measurement <em>is</em>: its rows, their units, the files they stand in and the manifest
 * of the run that made them. The profiler writes through this package, the forecaster and the
 * report read through it; it looks at nothing else of ours.
 */
package io.github.edgewatt.dataset;
