package io.github.edgewatt.scoring.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.scoring.score.NodeScore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTableTest {
  private static final double NONE = Double.NaN;

  private static final Explanation POWER =
      new Explanation(
          List.of(
              line("n2", 40, false, 12, 25, 31, 88, 103.9, ""),
              line("n3", 50, true, NONE, NONE, NONE, NONE, NONE, "temperature page 22 min old"),
              line("n1", 72, false, 31, 44, 24, 96.2, 109.8, "")));

  @Test
  void figuresStandToTheRightBestNodeFirst() throws Exception {
    assertThat(ExplanationTable.of(POWER)).isEqualTo(golden("power.txt"));
  }

  @Test
  void longReasonsWrapAtAHundredColumns() throws Exception {
    Explanation explanation =
        new Explanation(
            List.of(
                new Explanation.Line(
                    new NodeScore(
                        "edge-node-with-a-long-name-01",
                        66.7,
                        false,
                        8,
                        1,
                        1.5,
                        NONE,
                        40,
                        42.25,
                        true,
                        80,
                        List.of("the model does not answer: connection refused, next try in 8 s")),
                    Optional.empty()),
                new Explanation.Line(
                    line("gpu", 0, false, NONE, NONE, NONE, NONE, NONE, "over capacity").score(),
                    Optional.of("its FPGA is of another vendor"))));

    String table = ExplanationTable.of(explanation);

    assertThat(table).isEqualTo(golden("mixed.txt"));
  }

  @Test
  void noNodesIsAHeaderAlone() {
    assertThat(ExplanationTable.of(new Explanation(List.of())))
        .isEqualTo(
            "node   CPU before → after   ambient   watts before → after   ΔW   score   why\n");
  }

  @Test
  void comesBackFromJsonAsItWas() throws Exception {
    Explanation back = ExplanationJson.read(ExplanationJson.write(POWER));

    assertThat(back).isEqualTo(POWER);
    assertThat(new String(ExplanationJson.write(POWER), StandardCharsets.UTF_8))
        .startsWith(
            "{\"nodes\":[{\"node\":\"n2\",\"score\":40.0,\"neutral\":false,\"rejected\":null,"
                + "\"cores\":100.0,\"coresBefore\":12.0,\"coresAfter\":25.0,"
                + "\"ambientCelsius\":31.0,\"wattsBefore\":88.0,\"wattsAfter\":103.9,"
                + "\"deltaWatts\":15.9")
        .contains("\"wattsBefore\":null")
        .doesNotContain("NaN");
  }

  private static Explanation.Line line(
      String node,
      double score,
      boolean neutral,
      double before,
      double after,
      double ambient,
      double wattsBefore,
      double wattsAfter,
      String reason) {
    return new Explanation.Line(
        new NodeScore(
            node,
            score,
            neutral,
            100,
            before,
            after,
            ambient,
            wattsBefore,
            wattsAfter,
            false,
            NONE,
            reason.isEmpty() ? List.of() : List.of(reason)),
        Optional.empty());
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = ExplanationTableTest.class.getResourceAsStream("/explain/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
