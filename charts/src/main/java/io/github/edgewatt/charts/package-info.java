/**
 * Draws charts as inline SVG in the house's look: axes, lines, marks, legends, colours by meaning.
 * JFreeChart lays charts out and JFreeSVG writes them, because its text stays text: XChart 4 turns
 * every label into glyph outlines (48 KB instead of 17 KB for one small chart, nothing to select,
 * search or restyle). What is measured or forecast is not known here.
 */
package io.github.edgewatt.charts;
