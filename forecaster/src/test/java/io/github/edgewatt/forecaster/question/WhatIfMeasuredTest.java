package io.github.edgewatt.forecaster.question;

import static io.github.edgewatt.forecaster.question.FakeForecaster.MID;
import static io.github.edgewatt.forecaster.question.FakeForecaster.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.forecaster.feature.NodeType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tables of measurements as they were published, asked again as questions. */
final class WhatIfMeasuredTest {
  private final FakeForecaster model =
      new FakeForecaster(load -> 0) {
        @Override
        public Map<String, Double> highestRates() {
          Map<String, Double> rates = new TreeMap<>();
          List.of("figlet", "shasum", "nmap", "env", "curl", "eat-memory")
              .forEach(function -> rates.put(function, 200.0));
          return rates;
        }
      };

  private static Path mixes(String nodeType) {
    for (Path at = Path.of("").toAbsolutePath(); at.getParent() != null; at = at.getParent()) {
      Path mixes = at.resolveSibling("shared").resolve("data/dfaas/mixes").resolve(nodeType);
      if (Files.isDirectory(mixes)) {
        return mixes;
      }
    }
    assumeTrue(false, "skipped: no DFaaS measurements in ../shared/data/dfaas");
    return Path.of("");
  }

  private WhatIf whatIf(NodeType node) {
    return new WhatIf(new CheckedForecaster(model), Optional.of(node), UNKNOWN);
  }

  @Test
  void answersEachLineWithItsOwnFiguresAtRest() throws IOException {
    Path file = mixes("MID").resolve("results-2023-11-07_11-20-14-0-30s.csv");
    List<String> measured = Files.readAllLines(file);
    List<String> answers = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(file);
        Reader again = Files.newBufferedReader(file)) {
      whatIf(MID).check(in);
      assertThat(whatIf(MID).csv(again, answers::add).configurations())
          .isEqualTo(measured.size() - 1);
    }
    // figlet 170, shasum 130 and env 70 a second over 77.333 % CPU and 235,247 µW at rest.
    assertThat(answers.get(1)).startsWith(measured.get(1) + ",447.333,").contains(",0.605,");
    assertThat(answers).hasSameSizeAs(measured);
  }

  @Test
  void namesTheLineOfNulBytes() throws IOException {
    NodeType light = NodeType.ofCores(2);
    List<String> refusals = new ArrayList<>();
    try (var files = Files.list(mixes("LIGHT"))) {
      for (Path file : files.sorted().toList()) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
          whatIf(light).check(in);
        } catch (BadQuestionException e) {
          refusals.add(e.getMessage());
        }
      }
    }
    assertThat(refusals).hasSize(1);
    assertThat(refusals.get(0))
        .matches("line \\d+: NUL bytes \\(a torn line\\?\\); nothing was written");
  }

  @Test
  void refusesAnotherModelsFunctions() throws IOException {
    Path file = mixes("MID").resolve("results-2023-11-07_11-20-14-0-30s.csv");
    WhatIf other =
        new WhatIf(
            new CheckedForecaster(new FakeForecaster(FakeForecaster::sum)),
            Optional.of(MID),
            UNKNOWN);
    try (Reader in = Files.newBufferedReader(file)) {
      assertThatThrownBy(() -> other.check(in)).hasMessageContaining("unknown function 'shasum'");
    }
  }
}
