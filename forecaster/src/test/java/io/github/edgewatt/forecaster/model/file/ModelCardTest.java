package io.github.edgewatt.forecaster.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.forecaster.model.RandomModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
  @Test
  void tellsWhatTheModelLearntFromHowWellAndWhatItCannotDo() {
    String card = ModelCard.text("model.json", TinyModel.MODEL);
    assertThat(card)
        .startsWith("# model.json\n")
        .contains("edgewatt 0.1.0 on 2026-11-22T10:15:00Z")
        .contains("| measurements | 60 |")
        .contains("| configurations | 20 |")
        .contains("| data, SHA-256 | `9f86d081884c7d65")
        .contains("| seed | 9007199254740993 |")
        .contains("| HEAVY | 6 | 12 | 4 | – |")
        .contains("| figlet | 40 |")
        .contains("Trained together: HEAVY env+figlet, MID env+figlet.")
        .contains("| node cpu | % of one core | forest+ridge | 2 |")
        .contains("| overload, by function | probability | forest | 1 |")
        .contains("- cpu: forest and ridge, R2 0.95")
        .contains("| cpu.r2 | 0.950 |")
        .contains("| power.r2 | – |")
        .contains("No power without a figure at rest on: HEAVY (no meter).")
        .contains("LIGHT was not trained on, only calibrated with 5 configurations.");
  }

  @Test
  void namesFunctionsKnownFromRunningAloneAndMissingOverload() {
    assertThat(ModelCard.text("m", new RandomModels(1).complete(1, 3)))
        .contains("Known from running alone only: nmap.")
        .doesNotContain("nothing about overload");
    assertThat(ModelCard.text("m", new RandomModels(1).groups()))
        .contains("| features | groups |")
        .contains("It says nothing about overload");
  }

  @Test
  void standsBesideTheModelAndIsTheSameInEveryLanguage(@TempDir Path folder) throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      ModelCard.write(folder.resolve("model.json"), TinyModel.MODEL);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(folder.toFile().list()).containsExactly("MODEL.md");
    assertThat(Files.readString(folder.resolve("MODEL.md")))
        .isEqualTo(ModelCard.text("model.json", TinyModel.MODEL))
        .contains("0.950");
  }
}
