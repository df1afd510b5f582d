/**
 * Draws figures as inline SVG. JFreeChart lays charts out and JFreeSVG writes them, because its
 * text stays text: XChart 4 turns every label into glyph outlines (48 KB instead of 17 KB for one
 * small chart, nothing to select, search or restyle). Only the time line, which must stretch
 * without stretching its text, is written directly.
 */
package io.github.edgewatt.profiler.report.chart;
