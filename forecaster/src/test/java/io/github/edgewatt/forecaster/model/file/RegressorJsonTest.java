package io.github.edgewatt.forecaster.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.model.Blend;
import io.github.edgewatt.forecaster.model.Forest;
import io.github.edgewatt.forecaster.model.Linear;
import io.github.edgewatt.forecaster.model.Regressor;
import io.github.edgewatt.forecaster.model.Sum;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegressorJsonTest {
  private static final Regressor LINE = new Linear(1.5, new double[] {2, -3});
  private static final Regressor TREE =
      new Forest(
          new int[] {0}, new byte[] {0, -1, -1}, new double[] {.5, 7, 9}, new int[] {2, 0, 0});

  static Stream<Regressor> everyKind() {
    return Stream.of(
        LINE,
        TREE,
        new Blend(List.of(LINE, TREE)),
        new Sum(List.of(LINE, TREE)),
        new Sum(List.of(new Blend(List.of(TREE, LINE)), TREE)));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void everyKindOfLearnerIsReadAsItWasWritten(Regressor regressor) {
    ObjectNode node = JsonText.MAPPER.createObjectNode();
    RegressorJson.put(node, regressor);
    Regressor read = RegressorJson.read(new Fields("", node), 2);
    assertThat(read).isInstanceOf(regressor.getClass());
    for (double[] row : new double[][] {{0, 1}, {1, 2}, {.5, -1}}) {
      assertThat(read.at(row)).isEqualTo(regressor.at(row));
    }
  }
}
