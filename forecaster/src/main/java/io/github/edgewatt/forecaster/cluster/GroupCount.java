package io.github.edgewatt.forecaster.cluster;

import java.util.List;
import java.util.Locale;

/**
 * How many groups there should be: the k with the highest silhouette among those whose stability is
 * at least .6; where none is that stable, the highest silhouette alone decides. Of equal ones the
 * smaller k.
 *
 * @param k the number of groups
 * @param why the reason, a phrase
 */
record GroupCount(int k, String why) {
  /**
   * @param splits the possible splits, k rising, at least one
   * @param functions how many functions there are
   */
  static GroupCount choose(List<SplitFigures> splits, int functions) {
    if (functions == 2) {
      return new GroupCount(2, "two functions, a group each");
    }
    SplitFigures trusted = null;
    SplitFigures highest = null;
    for (SplitFigures split : splits) {
      highest = higher(highest, split);
      if (split.stability() >= Stability.TRUSTED) {
        trusted = higher(trusted, split);
      }
    }
    SplitFigures chosen = trusted == null ? highest : trusted;
    String figures =
        String.format(
            Locale.ROOT,
            "silhouette %.3f, stability %.2f",
            chosen.silhouette(),
            chosen.stability());
    String why = "highest silhouette of the stable splits (" + figures + ")";
    return new GroupCount(
        chosen.k(),
        trusted == null ? "highest silhouette, though no split is stable (" + figures + ")" : why);
  }

  private static SplitFigures higher(SplitFigures best, SplitFigures split) {
    return best == null || split.silhouette() > best.silhouette() ? split : best;
  }
}
