package io.github.edgewatt.nodeforecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged server as a process: its arguments, and life without models. */
@Timeout(60)
class StartIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--models-type median --models x | 2 | edgewatt: models type 'median': regression, quantile005 or quantile095",
        "--port | 2 | edgewatt: Missing required parameter for option '--port' (PORT) (node-forecast --help)",
        "--modles x | 2 | edgewatt: Unknown options: '--modles', 'x' (node-forecast --help)",
        "--host 127.0.0.1 | 2 | edgewatt: say which models to serve: --models FILE or FOLDER",
        "--models x --groups /none/list.json | 1 | edgewatt: cannot start: cannot read /none/list.json: no such file or folder",
        "--models x --poll soon | 1 | edgewatt: cannot start: ",
      })
  void refusesBadArguments(String options, int status, String line) throws Exception {
    // The port stands before them, and may not be given twice.
    String[] words = options.split(" ");
    try (RunningForecast forecast = RunningForecast.launch(words)) {
      assertThat(forecast.exitCode()).isEqualTo(status);
      assertThat(forecast.said()).anyMatch(said -> said.startsWith(line));
      assertThat(forecast.said()).hasSizeLessThan(4);
    }
  }

  @Test
  void carriesNoLearnersLibrary() throws Exception {
    try (Stream<Path> jars = Files.walk(Path.of("target", "quarkus-app"))) {
      List<String> names = jars.map(jar -> jar.getFileName().toString()).toList();
      assertThat(names).anyMatch(name -> name.contains("edgewatt-forecaster"));
      assertThat(names).noneMatch(name -> name.contains("weka"));
    }
  }

  @Test
  void livesWithoutModelsAndTakesThemAsTheyCome() throws Exception {
    Path file = folder.resolve("models").resolve("mid.json");
    try (RunningForecast forecast =
        RunningForecast.start("--models", file.getParent().toString(), "--poll", "50ms")) {
      assertThat(forecast.send("_/ready", "").statusCode()).isEqualTo(503);
      assertThat(forecast.send("v2/health/live", "").statusCode()).isEqualTo(200);
      assertThat(forecast.send("v2/health/ready", "").statusCode()).isEqualTo(503);
      assertThat(forecast.send("", "").statusCode()).isEqualTo(503);
      assertThat(forecast.send("nodeForecast", "{'rates': {}}").body())
          .startsWith("{\"error\":\"no model is loaded: there is none in ");
      Files.createDirectory(file.getParent());
      TestModels.write(file, TestModels.light());
      while (forecast.send("_/ready", "").statusCode() != 200) {
        Thread.sleep(20);
      }
      assertThat(forecast.send("nodeForecast", "{'rates': {}}").statusCode()).isEqualTo(200);
      assertThat(forecast.terminate()).isEqualTo(143);
    }
  }
}
