package io.github.edgewatt.scaling.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lines about what was called for but not done; after the first hundred only their number. */
final class Refusals {
  private static final int MOST = 100;

  private final List<String> lines = new ArrayList<>();
  private long more;

  /** Adds a line, which is made only if it is kept. */
  void add(Supplier<String> line) {
    if (lines.size() < MOST) {
      lines.add(line.get());
    } else {
      more++;
    }
  }

  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (more > 0) {
      all.add("and " + more + " more of this round");
    }
    return all;
  }
}
