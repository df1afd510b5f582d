/** Draws time lines and pairs of series; only here does this part know JFreeChart. */
package io.github.edgewatt.profiler.correlate.chart;
