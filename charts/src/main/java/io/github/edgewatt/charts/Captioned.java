package io.github.edgewatt.charts;

/**
 * A chart and the words above it.
 *
 * @param caption visible text, the value axis's name and unit among it
 * @param svg the SVG element
 */
public record Captioned(String caption, String svg) {}
