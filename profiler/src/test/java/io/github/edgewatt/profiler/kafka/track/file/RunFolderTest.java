package io.github.edgewatt.profiler.kafka.track.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFolderTest {
  @TempDir Path root;

  @Test
  void aTakenNameIsNotTakenAgain() throws Exception {
    Path output = root.resolve("not/yet/there");
    try (RunFolder first = RunFolder.create(output, 1_700_000_000, "m");
        RunFolder second = RunFolder.create(output, 1_700_000_000, "m");
        RunFolder third = RunFolder.create(output, 1_700_000_000, "m")) {
      assertThat(first.path()).isEqualTo(output.resolve("1700000000_m")).isDirectory();
      assertThat(second.path()).isEqualTo(output.resolve("1700000000_m-2")).isDirectory();
      assertThat(third.path()).isEqualTo(output.resolve("1700000000_m-3")).isDirectory();
    }
  }

  @Test
  void onlyOneHasIt() throws Exception {
    Path path;
    try (RunFolder folder = RunFolder.create(root, 1, "m")) {
      path = folder.path();
      assertThat(RunFolder.open(path)).isEmpty();
    }
    assertThat(path).isEmptyDirectory();
    try (RunFolder again = RunFolder.open(path).orElseThrow()) {
      assertThat(again.path()).isEqualTo(path);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "yolox_nano,yolox_nano",
    "custom-20k.pt,custom-20k.pt",
    "../../etc,__.._etc",
    "..,_",
    "a/b c\\d,a_b_c_d",
    "synthetic:2.5,synthetic_2.5",
    "'',unknown"
  })
  void aModelsNameStaysWithinTheFolder(String model, String name) {
    assertThat(RunFolder.safe(model)).isEqualTo(name);
  }

  @Test
  void aLongNameIsCut() {
    assertThat(RunFolder.safe("m".repeat(500))).hasSize(80);
  }
}
