package io.github.edgewatt.profiler.kafka.track.count;

import io.github.edgewatt.profiler.kafka.track.count.SeenNumbers.Added;
import io.github.edgewatt.profiler.kafka.track.result.ImagePlace;
import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Keeps account of images: which came, which came again, which are missing, which nobody sent. An
 * image came again where its number or its place in Kafka did.
 */
public final class Ledger {
  /** 64 MiB of numbers: 500 million neighbours. */
  private static final int MOST_PAGES = 8_192;

  private static final int MOST_PARTITIONS = 1_024;

  /** An offset and, above it, its partition are one number. */
  private static final int OFFSET_BITS = 48;

  private static final int MOST_WORDS = 10_000;

  private final SeenNumbers ids = new SeenNumbers(MOST_PAGES / 2);
  private final SeenNumbers places = new SeenNumbers(MOST_PAGES / 2);
  private final Map<String, Integer> partitions = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private Optional<Expectation> expectation = Optional.empty();
  private long received;
  private long duplicates;
  private long redelivered;
  private long untracked;
  private long withoutId;
  private long numbered;
  private long came;

  /** Says, now or later, what is due. */
  public void expect(Expectation what) {
    expectation = Optional.of(what);
    came = ids.count(what.first(), what.last());
    came -= what.failed().stream().filter(ids::has).count();
  }

  /** Takes a result into account; returns whether its image is a new one. */
  public boolean add(TrackedResult result) {
    received++;
    Added place = result.image().map(this::place).orElse(Added.UNTRACKED);
    Added id = result.id().map(this::id).orElse(Added.UNTRACKED);
    boolean again = place == Added.SEEN || id == Added.SEEN;
    redelivered += place == Added.SEEN ? 1 : 0;
    duplicates += again ? 1 : 0;
    untracked += place == Added.UNTRACKED && id == Added.UNTRACKED ? 1 : 0;
    withoutId += result.id().isEmpty() && !again ? 1 : 0;
    return !again;
  }

  private Added id(String text) {
    OptionalLong number = number(text);
    if (number.isEmpty()) {
      if (words.contains(text)) {
        return Added.SEEN;
      }
      return words.size() < MOST_WORDS && words.add(text) ? Added.NEW : Added.UNTRACKED;
    }
    Added added = ids.add(number.getAsLong());
    if (added == Added.NEW) {
      numbered++;
      came += expectation.isPresent() && expectation.get().isDue(number.getAsLong()) ? 1 : 0;
    }
    return added;
  }

  private Added place(ImagePlace image) {
    String partition = image.topic() + '-' + image.partition();
    Integer index = partitions.get(partition);
    if (index == null && partitions.size() < MOST_PARTITIONS) {
      index = partitions.size();
      partitions.put(partition, index);
    }
    if (index == null || image.offset() < 0 || image.offset() >> OFFSET_BITS != 0) {
      return Added.UNTRACKED;
    }
    return places.add(((long) index << OFFSET_BITS) | image.offset());
  }

  /**
   * Whole numbers as a feed writes them; leading zeros would be another text for the same image.
   */
  private static OptionalLong number(String text) {
    if (text.length() > 18 || text.isEmpty() || (text.length() > 1 && text.charAt(0) == '0')) {
      return OptionalLong.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  public long received() {
    return received;
  }

  public long duplicates() {
    return duplicates;
  }

  /** Duplicates that are the same record of Kafka: a consumer did it again. */
  public long redelivered() {
    return redelivered;
  }

  /** Results that may be duplicates: they have neither number nor place, or memory ended. */
  public long untracked() {
    return untracked;
  }

  public long unique() {
    return received - duplicates;
  }

  /** What is due; empty while nobody said so. */
  public OptionalLong expected() {
    return expectation.isPresent()
        ? OptionalLong.of(expectation.get().due())
        : OptionalLong.empty();
  }

  /**
   * How many that are due did not come; empty while nobody said what is due. Results without a
   * number count for one each.
   */
  public OptionalLong missing() {
    return expectation.isPresent()
        ? OptionalLong.of(Math.max(0, expectation.get().due() - came - withoutId))
        : OptionalLong.empty();
  }

  /** How many different numbers came that nobody said were sent. */
  public long unknown() {
    return expectation
        .map(due -> numbered - ids.count(due.first(), due.last()) + words.size())
        .orElse((long) words.size());
  }

  /** The first missing numbers as {@code 3} or {@code 7-9}, at most {@code most} of them. */
  public List<String> missingRanges(int most) {
    List<String> ranges = new ArrayList<>();
    if (expectation.isEmpty() || missing().orElse(0) == 0) {
      return ranges;
    }
    Expectation due = expectation.get();
    long from = -1;
    for (long id = due.first(); id <= due.last() + 1 && ranges.size() < most; id++) {
      boolean absent = due.isDue(id) && !ids.has(id);
      if (absent && from < 0) {
        from = id;
      } else if (!absent && from >= 0) {
        ranges.add(from == id - 1 ? Long.toString(from) : from + "-" + (id - 1));
        from = -1;
      }
    }
    return ranges;
  }
}
