package io.github.edgewatt.forecaster.plot;

import static java.util.Objects.requireNonNull;

/**
 * A chart.
 *
 * @param name its id in a page and its file's name, without ending
 * @param caption the words above it: what it shows and how to read it
 * @param svg the SVG element
 */
public record Figure(String name, String caption, String svg) {
  public Figure {
    requireNonNull(name, "name is null");
    requireNonNull(caption, "caption is null");
    requireNonNull(svg, "svg is null");
  }
}
