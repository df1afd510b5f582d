/**
 * The figures of a report as pure functions of rows: per-function costs, safe rates, mixes against
 * the sum of their parts, the time line. No I/O, no clock, no drawing, so a test can recompute
 * every figure from the CSV rows.
 */
package io.github.edgewatt.profiler.report.figures;
