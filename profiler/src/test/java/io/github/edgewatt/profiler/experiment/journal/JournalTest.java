package io.github.edgewatt.profiler.experiment.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.journal.StageEntry.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00.123456Z"), ZoneOffset.UTC);
  private static final ExperimentHead HEAD =
      new ExperimentHead(
          "a-1",
          "a",
          List.of("experiment", "a.yaml"),
          "/x",
          null,
          "generated",
          "m",
          "none",
          "t",
          "s");

  @TempDir Path folder;

  @Test
  void isOnTheDiskAfterEveryCall() throws Exception {
    Journal journal = Journal.create(folder, HEAD, CLOCK);
    int feed = journal.begin("01-a", 1, "feed", List.of("x", "feed"), "logs/feed.log");
    journal.add(new StartedProcess("feed", 12, 34));
    journal.stack("/stack");

    Journal killed = Journal.open(folder, CLOCK);
    assertThat(killed.head()).isEqualTo(HEAD);
    assertThat(killed.processes()).containsExactly(new StartedProcess("feed", 12, 34));
    assertThat(killed.stack()).isEqualTo("/stack");
    assertThat(killed.attempt("01-a")).isEqualTo(1);
    assertThat(killed.attempt("02-b")).isZero();
    assertThat(killed.wasBegun("01-a", 1, "feed")).isTrue();
    assertThat(killed.isDone("01-a", 1, "feed")).isFalse();
    assertThat(killed.stages().get(0).startedAt()).isEqualTo("2026-11-23T10:00:00.123Z");

    journal.end(feed, State.DONE, 0, "all sent");
    journal.remove(List.of(12L));
    Journal ended = Journal.open(folder, CLOCK);
    assertThat(ended.isDone("01-a", 1, "feed")).isTrue();
    assertThat(ended.isDone("01-a", 2, "feed")).isFalse();
    assertThat(ended.processes()).isEmpty();
    assertThat(ended.stages().get(0).note()).isEqualTo("all sent");
  }

  @Test
  void refusesAFileThatIsNone() throws Exception {
    for (String text : List.of("", "{", "[]", "{}", "{\"schema\":2}")) {
      Files.writeString(folder.resolve(Journal.NAME), text);
      assertThatThrownBy(() -> Journal.open(folder, CLOCK))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining(Journal.NAME);
    }
  }
}
