package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Glyph;
import io.github.edgewatt.charts.Ink;
import io.github.edgewatt.charts.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A mark for each group: colours from cool to warm, a shape for whoever does not see them. */
final class Palette {
  private static final List<Mark> MARKS =
      List.of(
          new Mark(Glyph.CIRCLE, Ink.MEDIAN, 0),
          new Mark(Glyph.SQUARE, Ink.VALID, 1),
          new Mark(Glyph.TRIANGLE, Ink.WARN, 2),
          new Mark(Glyph.DIAMOND, Ink.FAIL, 3),
          new Mark(Glyph.HOLLOW_TRIANGLE, Ink.TAIL, 4),
          new Mark(Glyph.HOLLOW_SQUARE, Ink.SKIP, 5));

  private final List<String> groups;

  /** Marks for {@code ordered}, then for those of {@code used} that are not among them. */
  Palette(Collection<String> ordered, Collection<String> used) {
    Set<String> all = new LinkedHashSet<>(ordered);
    all.addAll(used);
    this.groups = new ArrayList<>(all);
  }

  List<String> groups() {
    return List.copyOf(groups);
  }

  /** The mark of a group; after six groups they come again. */
  Mark of(String group) {
    return MARKS.get(Math.max(0, groups.indexOf(group)) % MARKS.size());
  }
}
