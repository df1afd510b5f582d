package io.github.edgewatt.profiler.report.chart;

/**
 * A chart and the words above it.
 *
 * @param caption visible text, the value axis's name and unit among it
 * @param svg the SVG element
 */
public record Captioned(String caption, String svg) {}
