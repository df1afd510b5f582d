package io.github.edgewatt.profiler.kafka.track.count;

import static io.github.edgewatt.profiler.kafka.track.result.TestResults.BARE;
import static io.github.edgewatt.profiler.kafka.track.result.TestResults.numbered;
import static io.github.edgewatt.profiler.kafka.track.result.TestResults.place;
import static io.github.edgewatt.profiler.kafka.track.result.TestResults.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.kafka.track.result.TestResults;
import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  private void add(long... ids) {
    for (long id : ids) {
      ledger.add(numbered(Long.toString(id)));
    }
  }

  private static TrackedResult image(String id, int partition, long offset) {
    return TestResults.of("a", 1, 2, 3, 4, Optional.of(id), place(partition, offset));
  }

  @Test
  void withoutAnExpectationNothingIsMissing() {
    add(3, 5, 3);
    assertThat(ledger.received()).isEqualTo(3);
    assertThat(ledger.unique()).isEqualTo(2);
    assertThat(ledger.duplicates()).isEqualTo(1);
    assertThat(ledger.expected()).isEmpty();
    assertThat(ledger.missing()).isEmpty();
    assertThat(ledger.missingRanges(10)).isEmpty();
    assertThat(ledger.unknown()).isZero();
  }

  @Test
  void missingDuplicatesAndUnknown() {
    ledger.expect(Expectation.count(10));
    assertThat(ledger.missing()).hasValue(10);
    assertThat(ledger.missingRanges(10)).containsExactly("0-9");
    add(0, 1, 1, 4, 8, 12, 12, 10);
    assertThat(ledger.expected()).hasValue(10);
    assertThat(ledger.missing()).hasValue(6);
    assertThat(ledger.duplicates()).isEqualTo(2);
    assertThat(ledger.unknown()).isEqualTo(2);
    assertThat(ledger.missingRanges(10)).containsExactly("2-3", "5-7", "9");
    assertThat(ledger.missingRanges(2)).containsExactly("2-3", "5-7");
    add(2, 3, 5, 6, 7, 9);
    assertThat(ledger.missing()).hasValue(0);
    assertThat(ledger.missingRanges(10)).isEmpty();
  }

  @Test
  void failedImagesMayComeOrNot() {
    ledger.expect(new Expectation(100, 109, Set.of(102L, 105L)));
    add(100, 101, 102, 103);
    assertThat(ledger.missing()).hasValue(5);
    assertThat(ledger.unknown()).isZero();
    assertThat(ledger.missingRanges(10)).containsExactly("104", "106-109");
    add(104, 106, 107, 108, 109);
    assertThat(ledger.missing()).hasValue(0);
  }

  @Test
  void anExpectationMayComeLater() {
    add(99, 100, 101, 103, 103);
    ledger.expect(new Expectation(100, 104, Set.of(101L)));
    assertThat(ledger.expected()).hasValue(4);
    assertThat(ledger.missing()).hasValue(2);
    assertThat(ledger.unknown()).isEqualTo(1);
    add(102, 104);
    assertThat(ledger.missing()).hasValue(0);
    assertThat(ledger.missingRanges(5)).isEmpty();
  }

  @Test
  void theSameRecordIsARedelivery() {
    assertThat(ledger.add(image("1", 0, 7))).isTrue();
    assertThat(ledger.add(image("1", 0, 7))).isFalse();
    // Sent twice: another record, the same image.
    assertThat(ledger.add(image("1", 1, 7))).isFalse();
    assertThat(ledger.add(image("2", 0, 8))).isTrue();
    assertThat(ledger.received()).isEqualTo(4);
    assertThat(ledger.unique()).isEqualTo(2);
    assertThat(ledger.duplicates()).isEqualTo(2);
    assertThat(ledger.redelivered()).isEqualTo(1);
    assertThat(ledger.untracked()).isZero();
  }

  @Test
  void imagesWithoutNumbersAreKnownByTheirPlace() {
    ledger.expect(Expectation.count(4));
    ledger.add(placed(0, 0));
    ledger.add(placed(0, 0));
    ledger.add(placed(1, 0));
    assertThat(ledger.missing()).hasValue(2);
    assertThat(ledger.duplicates()).isEqualTo(1);
    ledger.add(placed(0, 1));
    ledger.add(placed(1, 1));
    ledger.add(placed(2, 1));
    assertThat(ledger.missing()).hasValue(0);
  }

  @Test
  void whatHasNeitherIsCountedAndSaidToBeUntracked() {
    ledger.expect(Expectation.count(3));
    ledger.add(BARE);
    ledger.add(BARE);
    assertThat(ledger.received()).isEqualTo(2);
    assertThat(ledger.duplicates()).isZero();
    assertThat(ledger.untracked()).isEqualTo(2);
    assertThat(ledger.missing()).hasValue(1);
    ledger.add(placed(0, -1));
    ledger.add(placed(0, 1L << 48));
    assertThat(ledger.untracked()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo-7", "007", "-3", "1.5", "1234567890123456789", "٣"})
  void wordsAreUnknownOnceEach(String word) {
    ledger.expect(Expectation.count(2));
    assertThat(ledger.add(numbered(word))).isTrue();
    assertThat(ledger.add(numbered(word))).isFalse();
    assertThat(ledger.unknown()).isEqualTo(1);
    assertThat(ledger.duplicates()).isEqualTo(1);
    assertThat(ledger.missing()).hasValue(2);
  }

  @Test
  void wordsAndPartitionsAreBounded() {
    for (int i = 0; i < 10_500; i++) {
      ledger.add(numbered("photo-" + i));
    }
    assertThat(ledger.unknown()).isEqualTo(10_000);
    assertThat(ledger.untracked()).isEqualTo(500);
    for (int partition = 0; partition < 1_100; partition++) {
      ledger.add(placed(partition, 0));
    }
    assertThat(ledger.untracked()).isEqualTo(576);
    assertThat(ledger.received()).isEqualTo(11_600);
  }

  @Test
  void scatteredNumbersAreBounded() {
    for (long page = 0; page < 4_200; page++) {
      ledger.add(numbered(Long.toString(page << 16)));
    }
    assertThat(ledger.untracked()).isEqualTo(104);
    assertThat(ledger.unique()).isEqualTo(4_200);
  }

  @Test
  void aMillionImagesAmongThemOneLost() {
    ledger.expect(Expectation.count(1_000_000));
    for (int id = 999_999; id >= 0; id--) {
      if (id != 123_456) {
        ledger.add(image(Integer.toString(id), id % 5, id / 5));
      }
    }
    assertThat(ledger.received()).isEqualTo(999_999);
    assertThat(ledger.duplicates()).isZero();
    assertThat(ledger.untracked()).isZero();
    assertThat(ledger.missing()).hasValue(1);
    assertThat(ledger.missingRanges(3)).containsExactly("123456");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void agreesWithSets(long seed) {
    Random random = new Random(seed);
    int due = 50 + random.nextInt(500);
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < due * 2; i++) {
      ids.add(random.nextInt(due + 40));
    }
    Collections.shuffle(ids, random);
    int told = random.nextInt(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      if (i == told) {
        ledger.expect(Expectation.count(due));
      }
      add(ids.get(i));
    }
    Set<Integer> unique = new HashSet<>(ids);
    long came = unique.stream().filter(id -> id < due).count();
    assertThat(ledger.unique()).isEqualTo(unique.size());
    assertThat(ledger.duplicates()).isEqualTo(ids.size() - unique.size());
    assertThat(ledger.missing()).hasValue(due - came);
    assertThat(ledger.unknown()).isEqualTo(unique.size() - came);
    long listed =
        ledger.missingRanges(1_000).stream()
            .map(range -> range.split("-", 2))
            .mapToLong(ends -> Long.parseLong(ends[ends.length - 1]) - Long.parseLong(ends[0]) + 1)
            .sum();
    assertThat(listed).isEqualTo(due - came);
  }
}
