package io.github.edgewatt.forecaster.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.RandomModels;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
  @TempDir private Path folder;

  private static void same(TrainedModel read, TrainedModel written) {
    assertThat(read)
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatWasWrittenReadsBackToTheLastBit(long seed) throws DatasetException {
    Path file = folder.resolve("model.json");
    for (TrainedModel model :
        new TrainedModel[] {
          new RandomModels(seed).complete(1 + (int) seed / 3, 11), new RandomModels(seed).groups()
        }) {
      ModelFile.write(file, model);
      same(ModelFile.read(file), model);
    }
    assertThat(folder).isDirectoryContaining("glob:**/model.json");
    assertThat(folder.toFile().list()).containsExactly("model.json");
  }

  @Test
  void theGoldenFileStaysReadableAndIsWrittenTheSame() throws Exception {
    Path golden = golden();
    TrainedModel read = ModelFile.read(golden);
    same(read, TinyModel.MODEL);
    assertThat(ModelForecaster.of(read).nodes()).hasSize(2);
    Path again = folder.resolve("again.json");
    ModelFile.write(again, TinyModel.MODEL);
    assertThat(again).hasSameTextualContentAs(golden, StandardCharsets.UTF_8);
  }

  private static Path golden() throws URISyntaxException {
    return Path.of(ModelFileTest.class.getResource("/golden/model/tiny.json").toURI());
  }

  @Test
  void packsWhereTheNameAsksForItOrTheTextIsLarge() throws Exception {
    Path named = folder.resolve("model.json.gz");
    ModelFile.write(named, TinyModel.MODEL);
    assertThat(isPacked(named)).isTrue();
    same(ModelFile.read(named), TinyModel.MODEL);

    Path plain = folder.resolve("small.json");
    ModelFile.write(plain, TinyModel.MODEL);
    assertThat(isPacked(plain)).isFalse();

    Path large = folder.resolve("large.json");
    TrainedModel model = new RandomModels(1).complete(100, 601);
    ModelFile.write(large, model);
    assertThat(isPacked(large)).isTrue();
    assertThat(ModelJson.of(ModelFile.read(large))).isEqualTo(ModelJson.of(model));
  }

  private static boolean isPacked(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  @Test
  void theChecksumIsThatOfEverythingBehindTheFirstLine() throws Exception {
    Path file = folder.resolve("model.json");
    ModelFile.write(file, TinyModel.MODEL);
    String text = Files.readString(file);
    String body = text.substring(text.indexOf('\n') + 1);
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(body.getBytes(StandardCharsets.UTF_8));
    assertThat(text.lines().findFirst().orElseThrow())
        .contains(java.util.HexFormat.of().formatHex(digest))
        .contains("\"bytes\": " + body.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void writesBesideTheWorkingFolderToo() throws Exception {
    Path relative = Path.of("target", "relative-model.json");
    ModelFile.write(relative, TinyModel.MODEL);
    same(ModelFile.read(relative), TinyModel.MODEL);
    Files.delete(relative);
  }

  @Test
  void saysInOneLineThatAFolderIsMissing() {
    Path file = folder.resolve("nowhere/model.json");
    assertThatThrownBy(() -> ModelFile.write(file, TinyModel.MODEL))
        .isInstanceOf(DatasetException.class)
        .hasMessage("cannot write " + file + ": no such file or folder");
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessage("cannot read " + file + ": no such file or folder");
  }
}
