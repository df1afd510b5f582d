package io.github.edgewatt.profiler.kafka.track.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
  @TempDir Path folder;

  private Path feed(String json) throws IOException {
    return Files.writeString(folder.resolve("feed.json"), json);
  }

  @Test
  void aCountBeginsAtZero() {
    Expectation five = Expectation.count(5);
    assertThat(five).isEqualTo(new Expectation(0, 4, Set.of()));
    assertThat(five.due()).isEqualTo(5);
    assertThat(five.isDue(0)).isTrue();
    assertThat(five.isDue(4)).isTrue();
    assertThat(five.isDue(5)).isFalse();
    assertThat(Expectation.count(0).due()).isZero();
  }

  @Test
  void onlyFailuresWithinTheRangeCount() {
    Expectation due = new Expectation(10, 19, Set.of(5L, 10L, 12L, 20L));
    assertThat(due.failed()).containsExactlyInAnyOrder(10L, 12L);
    assertThat(due.due()).isEqualTo(8);
    assertThat(due.isDue(12)).isFalse();
    assertThat(due.isDue(13)).isTrue();
    assertThat(due.isDue(9)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-1,5", "5,3", "0,100000000", "0,9223372036854775807"})
  void whatCannotBeCountedIsRefused(long first, long last) {
    assertThatThrownBy(() -> new Expectation(first, last, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("images " + first + " to " + last + " cannot be counted");
  }

  @Test
  void aHundredMillionCanBeCounted() {
    assertThat(new Expectation(7, 100_000_006, Set.of()).due()).isEqualTo(Expectation.MOST);
  }

  @Test
  void aFeedTellsWhatItSent() throws Exception {
    Path feed = feed("{\"sent\":99,\"first_id\":100,\"last_id\":199,\"failed\":[105,150,900]}");
    assertThat(Expectation.read(feed)).isEqualTo(new Expectation(100, 199, Set.of(105L, 150L)));
    Path nothing = feed("{\"first_id\":0,\"last_id\":-1}");
    assertThat(Expectation.read(nothing).due()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{ | is not JSON: ",
        "[] | has no first_id and last_id",
        "'' | has no first_id and last_id",
        "{\"first_id\":1} | has no first_id and last_id",
        "{\"first_id\":\"1\",\"last_id\":null} | has no first_id and last_id",
        "{\"first_id\":9,\"last_id\":1} | images 9 to 1 cannot be counted"
      })
  void otherFilesAreRefused(String json, String reason) throws Exception {
    Path feed = feed(json);
    assertThatThrownBy(() -> Expectation.read(feed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void aFileThatIsNotThere() {
    assertThatThrownBy(() -> Expectation.read(folder.resolve("no.json")))
        .isInstanceOf(IOException.class);
  }
}
