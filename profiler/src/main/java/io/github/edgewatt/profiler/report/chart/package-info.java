/**
 * Draws a run's figures as inline SVG with the parts of {@code io.github.edgewatt.charts}. Only the
 * time line, which must stretch without stretching its text, is written directly.
 */
package io.github.edgewatt.profiler.report.chart;
