package io.github.edgewatt.dataset;

import java.util.HashSet;
import java.util.List;

/** Numbers the k-subsets of a list in list order: abc → ab 0, ac 1, bc 2. */
public final class Combinations {
  private Combinations() {}

  /** How many subsets of size {@code k} a list of {@code n} has; 0 where k exceeds n. */
  public static long count(int n, int k) {
    if (k < 0 || k > n) {
      return 0;
    }
    long result = 1;
    for (int i = 1; i <= k; i++) {
      // Exact: the product of i neighbouring numbers is divisible by i!.
      result = Math.multiplyExact(result, n - k + i) / i;
    }
    return result;
  }

  /**
   * The number of {@code subset} among all subsets of its size, from 0, without building them: the
   * combinatorial number system.
   *
   * @throws IllegalArgumentException when {@code subset} is not a subset of {@code all} in its
   *     order
   */
  public static <T> long indexOf(List<T> all, List<T> subset) {
    if (new HashSet<>(all).size() != all.size()) {
      throw new IllegalArgumentException("an element stands twice in " + all);
    }
    long index = 0;
    int next = 0;
    for (int i = 0; i < subset.size(); i++) {
      int position = all.indexOf(subset.get(i));
      if (position < next) {
        throw new IllegalArgumentException(
            subset + " is no combination of " + all + " in list order");
      }
      for (int skipped = next; skipped < position; skipped++) {
        index += count(all.size() - skipped - 1, subset.size() - i - 1);
      }
      next = position + 1;
    }
    return index;
  }
}
