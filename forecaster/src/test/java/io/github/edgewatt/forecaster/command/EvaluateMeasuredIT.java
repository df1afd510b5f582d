package io.github.edgewatt.forecaster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published measurements, learnt from a fiftieth of them. */
class EvaluateMeasuredIT {
  private static Path published() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolveSibling("shared").resolve("data/dfaas");
      if (Files.isDirectory(data.resolve("mixes"))) {
        return data;
      }
    }
    assumeTrue(false, "skipped: no DFaaS measurements in ../shared/data/dfaas");
    throw new AssertionError();
  }

  @Test
  void aFiftiethOfTheConfigurationsForecastsUnseenCombinations(@TempDir Path folder)
      throws Exception {
    Path data = published();
    Mixes command = new Mixes(folder);
    int status =
        command.run(
            "evaluate",
            "--train",
            data.resolve("mixes").toString(),
            "--solo",
            data.resolve("solo").toString(),
            "--fraction",
            "1/50",
            "--models",
            "profiles,idle",
            "--json",
            "@scores.json");
    assertThat(status).as(command.err()).isZero();
    JsonNode models = new ObjectMapper().readTree(folder.resolve("scores.json").toFile());
    JsonNode profiles = models.path("models").path(0).path("pooled");
    assertThat(profiles.path("cpu").path("points").asInt()).isEqualTo(58_872);
    assertThat(profiles.path("cpu").path("r2").asDouble()).isGreaterThanOrEqualTo(.93);
    assertThat(profiles.path("cpu").path("coverage").asDouble()).isBetween(.82, .97);
    JsonNode idle = models.path("models").path(1).path("pooled");
    assertThat(idle.path("cpu").path("r2").asDouble()).isNegative();
  }
}
