package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFileTest {
  @TempDir private Path folder;

  @Test
  void appearsAsAWhole() throws Exception {
    Path file = Files.writeString(folder.resolve("answers.csv"), "old");
    try (ReplacedFile replaced = new ReplacedFile(file)) {
      replaced.write("a,b\n".getBytes(StandardCharsets.UTF_8));
      replaced.writeLine("1,–");
      assertThat(file).hasContent("old");
      replaced.commit();
    }
    assertThat(file).hasContent("a,b\n1,–\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void withoutCommitAllIsAsBefore() throws Exception {
    Path file = Files.writeString(folder.resolve("answers.csv"), "old");
    try (ReplacedFile replaced = new ReplacedFile(file)) {
      replaced.writeLine("new");
    }
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }
}
