package io.github.edgewatt.charts;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * How a kind of point looks.
 *
 * @param layer what has a higher one lies over what has a lower one
 */
public record Mark(Glyph glyph, Ink ink, int layer) {
  static final Comparator<Mark> BACK_TO_FRONT =
      Comparator.comparingInt(Mark::layer).thenComparing(Mark::ink).thenComparing(Mark::glyph);

  public Mark {
    requireNonNull(glyph, "glyph is null");
    requireNonNull(ink, "ink is null");
  }

  /** The same mark in another colour. */
  public Mark in(Ink other) {
    return new Mark(glyph, other, layer);
  }
}
