package io.github.edgewatt.profiler.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.experiment.spec.SpecException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFolderTest {
  @TempDir Path temporary;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = Files.writeString(temporary.resolve("e.yaml"), "name: e\n");
  }

  @Test
  void holdsACopyOfTheFile() throws Exception {
    Path path = temporary.resolve("a/b");

    ExperimentFolder.create(path, file).close();

    assertThat(path.resolve(ExperimentFolder.SPEC)).hasSameTextualContentAs(file);
    assertThatThrownBy(() -> ExperimentFolder.create(path, file))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("is not an empty folder");
  }

  @Test
  void aPlaceWhereNothingCanBeMadeIsBadInput() {
    // A file is no parent of a folder, whoever the user is.
    Path path = file.resolve("x");

    assertThatThrownBy(() -> ExperimentFolder.create(path, file))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("cannot write to " + path)
        .hasMessageNotContaining("\n");
  }
}
