package io.github.edgewatt.scaling.daemon;

import static io.github.edgewatt.scaling.TestPods.NOW;
import static io.github.edgewatt.scaling.TestPods.pod;
import static io.github.edgewatt.scaling.TestPods.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.scaling.json.Question;
import io.github.edgewatt.scaling.policy.Outcome;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundFilesTest {
  @TempDir private Path folder;

  @Test
  void aRoundCanBeDecidedAgainFromItsFile() throws IOException {
    RoundResult round = round(NOW);
    new RoundFiles(folder.resolve("new"), "pressure", 5).accept(round);
    Path file = folder.resolve("new").resolve("round-1777629600000.json.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(Question.read(in.readAllBytes()))
          .isEqualTo(new Question(round.snapshot(), round.memory()));
    }
  }

  @Test
  void ofMoreThanAreWantedTheOldestGo() throws IOException {
    Path other = Files.writeString(folder.resolve("mine.txt"), "kept");
    RoundFiles files = new RoundFiles(folder, "pressure", 2);
    for (int i = 0; i < 5; i++) {
      files.accept(round(NOW.plusSeconds(i)));
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(one -> one.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "mine.txt", "round-1777629603000.json.gz", "round-1777629604000.json.gz");
    }
    assertThat(other).hasContent("kept");
  }

  @Test
  void aFolderThatIsGoneKeepsNoRoundFromBeingDone() throws IOException {
    Path gone = folder.resolve("gone");
    RoundFiles files = new RoundFiles(gone, "pressure", 2);
    Files.delete(gone);
    files.accept(round(NOW));
    assertThat(gone).doesNotExist();
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "");
    assertThatThrownBy(() -> new RoundFiles(file, "pressure", 2))
        .hasMessageStartingWith("schedule_scale_opt_record is '");
  }

  private static RoundResult round(Instant at) {
    ScalingMemory memory = new ScalingMemory(Map.of("f a", NOW), Map.of());
    return new RoundResult(
        snapshot(at, pod("one", "a")),
        memory,
        new Outcome(List.of(), List.of(), List.of(), List.of(), memory),
        List.of());
  }
}
