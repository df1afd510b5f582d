package io.github.edgewatt.scoring.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.fixtures.RealServer;
import io.github.edgewatt.forecaster.curve.PowerCurves;
import io.github.edgewatt.scoring.power.Watts.Origin;
import io.github.edgewatt.scoring.power.cache.CachingPredictor;
import io.github.edgewatt.scoring.power.cache.PredictorOptions;
import io.github.edgewatt.scoring.power.node.PowerSources;
import io.github.edgewatt.scoring.power.node.SourceChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real inference servers, asked for nodes by their labels. What they serve stands in {@code
 * test-fixtures/servers/inference/watts.py}.
 */
class RealInferenceIT {
  @TempDir private Path folder;

  private RealServer server;
  private String source;

  private PowerSource source(String model) {
    Map<String, String> labels = new HashMap<>();
    labels.put("tensorflow/host", server.get("host"));
    labels.put("tensorflow/port", server.get("port"));
    labels.put("tensorflow/name", model);
    labels.put("edgewatt.io/power-source", source);
    labels.put("edgewatt.io/power-input", server.get("input"));
    labels.put("edgewatt.io/idle-watts", "60");
    labels.put("edgewatt.io/full-watts", "140");
    Node node = new Node(model, labels, Map.of(), "127.0.0.1", 8, 16e9, false);
    SourceChoice choice = new PowerSources(Set.of()).of(node);
    assertThat(choice.why()).isEmpty();
    return choice.source().orElseThrow();
  }

  private static PowerQuestion at(PowerSource source, double cpu) {
    return new PowerQuestion(source, new PowerPoint(cpu, 8, 0.25, 0.5, 0.75, 22));
  }

  @ParameterizedTest
  @CsvSource({
    "kserve, tensorflow-rest, --",
    "kserve, open-inference, --",
    "mlserver, open-inference, --",
    "triton, open-inference, --",
    "tensorflow-grpc, tensorflow-grpc, float_val",
    "tensorflow-grpc, tensorflow-grpc, double_val",
    "tensorflow-grpc, tensorflow-grpc, tensor_content",
  })
  void tellsWattsUntilItIsGone(String name, String kind, String outputs) {
    source = kind;
    String[] options = outputs.equals("--") ? new String[0] : new String[] {"--outputs", outputs};
    try (CachingPredictor predictor =
        CachingPredictor.open(
            PredictorOptions.DEFAULTS.withDeadline(Duration.ofSeconds(20)), PowerCurves.NONE)) {
      try (RealServer real =
          RealServer.up("inference.sh " + name, folder.resolve("state"), options)) {
        assumeTrue(real.missing().isEmpty(), () -> real.missing().orElse(""));
        server = real;
        tellsBothModels(predictor);
        tellsWhyThereIsNone(predictor);
      }
      tellsTheLineOfAServerThatIsGone(predictor);
    }
  }

  private void tellsTheLineOfAServerThatIsGone(CachingPredictor predictor) {
    PowerPoint cooler = new PowerPoint(0.9, 8, 0.125, 0.5, 0.75, 22);
    Watts gone = predictor.predict(List.of(new PowerQuestion(source("frugal"), cooler))).get(0);
    assertThat(gone.origin()).isEqualTo(Origin.FALLBACK);
    assertThat(gone.watts()).isCloseTo(60 + 80 * 0.9, within(1e-9));
    assertThat(gone.why()).startsWith("frugal at 127.0.0.1:" + server.get("port") + ": ");
  }

  /** 10 x 0.25 + 4 x 0.5 + 4 x 0.75 is 7.5 W. */
  private void tellsBothModels(CachingPredictor predictor) {
    List<PowerQuestion> questions = new ArrayList<>();
    for (int i = 0; i <= 1000; i++) {
      questions.add(at(source("frugal"), i / 1000.0));
      questions.add(at(source("hungry"), i / 1000.0));
    }
    List<Watts> answers = predictor.predict(questions);
    for (int i = 0; i <= 1000; i++) {
      assertThat(answers.get(2 * i).why()).isEmpty();
      assertThat(answers.get(2 * i).watts()).isCloseTo(67.5 + 0.08 * i, within(1e-3));
      assertThat(answers.get(2 * i + 1).watts()).isCloseTo(127.5 + 0.2 * i, within(1e-3));
    }
    assertThat(predictor.predict(questions)).isEqualTo(answers);
  }

  private void tellsWhyThereIsNone(CachingPredictor predictor) {
    PowerSource unknown = source("absent");
    List<Watts> answers = predictor.predict(List.of(at(unknown, 0.5), at(withTwoFeatures(), 0.5)));
    assertThat(answers.get(0).origin()).isEqualTo(Origin.FALLBACK);
    assertThat(answers.get(0).why()).startsWith("absent at 127.0.0.1:");
    assertThat(answers.get(1).origin()).isEqualTo(Origin.FALLBACK);
    assertThat(answers.get(1).why()).startsWith("hungry at 127.0.0.1:");
  }

  /** The models take rows of four. */
  private PowerSource withTwoFeatures() {
    PowerSource four = source("hungry");
    return new PowerSource(
        four.kind(),
        four.host(),
        four.port(),
        four.name(),
        four.version(),
        four.signature(),
        List.of(PowerSource.Feature.CPU, PowerSource.Feature.AMBIENT),
        four.idleWatts(),
        four.fullWatts());
  }
}
