package io.github.edgewatt.scaling.pressure;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The places of a list's entries by the function they are of, in their order: a counting sort whose
 * parts are counted, then placed, by several threads.
 */
final class Grouped {
  private static final int PART = 1 << 16;

  private final int[] starts;
  private final int[] places;

  private Grouped(int[] starts, int[] places) {
    this.starts = starts;
    this.places = places;
  }

  /** Entries of functions that {@code index} does not have are left out. */
  static <T> Grouped of(SnapshotIndex index, List<T> all, Function<T, String> functionOf) {
    int functions = index.functions().size();
    int[] numbers = new int[all.size()];
    int parts = (all.size() + PART - 1) / PART;
    int[][] next = new int[parts][functions + 1];
    IntStream.range(0, parts)
        .parallel()
        .forEach(part -> count(index, all, functionOf, part, numbers, next[part]));
    int[] starts = new int[functions + 1];
    int sum = 0;
    for (int function = 0; function < functions; function++) {
      starts[function] = sum;
      for (int[] ofPart : next) {
        int count = ofPart[function];
        ofPart[function] = sum;
        sum += count;
      }
    }
    starts[functions] = sum;
    int[] places = new int[sum];
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              for (int i = part * PART; i < Math.min(numbers.length, (part + 1) * PART); i++) {
                if (numbers[i] >= 0) {
                  places[next[part][numbers[i]]++] = i;
                }
              }
            });
    return new Grouped(starts, places);
  }

  private static <T> void count(
      SnapshotIndex index,
      List<T> all,
      Function<T, String> functionOf,
      int part,
      int[] numbers,
      int[] counts) {
    String before = "";
    int number = index.function(before);
    for (int i = part * PART; i < Math.min(numbers.length, (part + 1) * PART); i++) {
      String function = functionOf.apply(all.get(i));
      // Counters mostly come function by function.
      if (!function.equals(before)) {
        before = function;
        number = index.function(function);
      }
      numbers[i] = number;
      if (number >= 0) {
        counts[number]++;
      }
    }
  }

  /** The first entry of a function; they are {@code first} to {@code end - 1}. */
  int first(int function) {
    return starts[function];
  }

  /** One after the last entry of a function. */
  int end(int function) {
    return starts[function + 1];
  }

  /** How many entries a function has. */
  int count(int function) {
    return starts[function + 1] - starts[function];
  }

  /** The place in the list of an entry. */
  int entry(int entry) {
    return places[entry];
  }
}
