package io.github.edgewatt.profiler.kafka.track.count;

import java.util.HashMap;
import java.util.Map;

/**
 * A set of whole numbers from 0 that are mostly neighbours: a bit each, in pages of 65,536. A
 * million consecutive numbers take 128 KiB.
 */
final class SeenNumbers {
  private static final int BITS = 16;
  private static final int WORDS = 1 << (BITS - 6);

  private final Map<Long, long[]> pages = new HashMap<>();
  private final int mostPages;
  private long lastIndex = -1;
  private long[] last;

  /** What became of a number. */
  enum Added {
    NEW,
    SEEN,
    /** There is no room left to remember it. */
    UNTRACKED
  }

  /**
   * @param mostPages pages of 8 KiB each
   */
  SeenNumbers(int mostPages) {
    this.mostPages = mostPages;
  }

  /** Adds a number, 0 or above. */
  Added add(long number) {
    long[] page = page(number >> BITS);
    if (page == null) {
      return Added.UNTRACKED;
    }
    int bit = (int) (number & ((1 << BITS) - 1));
    long mask = 1L << bit;
    if ((page[bit >> 6] & mask) != 0) {
      return Added.SEEN;
    }
    page[bit >> 6] |= mask;
    return Added.NEW;
  }

  boolean has(long number) {
    long[] page = pages.get(number >> BITS);
    int bit = (int) (number & ((1 << BITS) - 1));
    return page != null && (page[bit >> 6] & (1L << bit)) != 0;
  }

  /** How many numbers from {@code first} to {@code last}, both included, are in it. */
  long count(long first, long last) {
    long count = 0;
    for (Map.Entry<Long, long[]> entry : pages.entrySet()) {
      long base = entry.getKey() << BITS;
      if (base > last || base + (1 << BITS) - 1 < first) {
        continue;
      }
      boolean whole = base >= first && base + (1 << BITS) - 1 <= last;
      for (int word = 0; word < WORDS; word++) {
        long bits = entry.getValue()[word];
        count += whole ? Long.bitCount(bits) : within(bits, base + 64L * word, first, last);
      }
    }
    return count;
  }

  private static long within(long bits, long base, long first, long last) {
    long count = 0;
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      long number = base + Long.numberOfTrailingZeros(rest);
      count += number >= first && number <= last ? 1 : 0;
    }
    return count;
  }

  private long[] page(long index) {
    if (index == lastIndex) {
      return last;
    }
    long[] page = pages.get(index);
    if (page == null) {
      if (pages.size() == mostPages) {
        return null;
      }
      page = new long[WORDS];
      pages.put(index, page);
    }
    lastIndex = index;
    last = page;
    return page;
  }
}
