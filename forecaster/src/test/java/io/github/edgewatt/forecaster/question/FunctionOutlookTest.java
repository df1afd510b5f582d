package io.github.edgewatt.forecaster.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.RandomModels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionOutlookTest {
  private static final CheckedForecaster COMPLETE =
      new CheckedForecaster(ModelForecaster.nodeOnly(new RandomModels(5).complete(5, 9)));

  @Test
  void fourRatesStandForMany() {
    assertThat(FunctionOutlook.few(List.of(30, 10, 10, 20))).containsExactly(10, 20, 30);
    assertThat(FunctionOutlook.few(List.of(20, 40, 60, 80, 100, 120, 140, 160, 180, 200)))
        .containsExactly(20, 80, 140, 200);
    assertThat(FunctionOutlook.few(List.of(10, 20, 30, 40, 50))).hasSize(4).contains(10, 50);
  }

  @Test
  void everyKindOfNodeIsShownFromRestUp() {
    FunctionOutlook outlook = FunctionOutlook.of(COMPLETE, "nmap", List.of(50, 200), 0.05);
    assertThat(outlook.rows())
        .hasSize(9)
        .allSatisfy(row -> assertThat(row).hasSameSizeAs(FunctionOutlook.HEADERS));
    assertThat(outlook.rows().stream().map(row -> row.get(0) + " " + row.get(1)).toList())
        .startsWith("LIGHT 0", "LIGHT 50", "LIGHT 200", "MID 0");
    assertThat(outlook.rows().get(1).get(3)).matches("\\d[\\d.]*\\.\\.\\d[\\d.]*");
    assertThat(outlook.remarks())
        .anyMatch(line -> line.startsWith("highest safe nmap rate alone on HEAVY: "))
        .contains("novel: nmap is known from running alone, from no mix");
    assertThat(outlook.json()).hasSize(3);
    Map<String, Object> light = outlook.json().get(0);
    assertThat(light.get("node")).isEqualTo("LIGHT");
    assertThat(light.get("highest_safe")).asInstanceOf(MAP).containsEntry("risk", 0.05);
    assertThat(light.get("forecasts")).asInstanceOf(LIST).hasSize(3);
  }

  @Test
  void whatAModelDoesNotKnowIsADash() {
    CheckedForecaster cpuAlone =
        new CheckedForecaster(ModelForecaster.of(new RandomModels(6).groups()));
    FunctionOutlook outlook = FunctionOutlook.of(cpuAlone, "env", List.of(100, 400), 0.05);
    List<String> unknown = outlook.rows().get(1).subList(4, 10);
    assertThat(unknown).containsExactly("–", "", "–", "", "–", "");
    assertThat(outlook.rows().get(2)).last().isEqualTo("*");
    assertThat(outlook.remarks())
        .anyMatch(line -> line.endsWith("unknown: this model knows of no overload"))
        .contains("* extrapolated: beyond the loads the model was trained on");
  }

  @Test
  void anUnknownFunctionIsRefused() {
    assertThatThrownBy(() -> FunctionOutlook.of(COMPLETE, "thumbnail", List.of(10), 0.05))
        .isInstanceOf(BadQuestionException.class)
        .hasMessageContaining("thumbnail");
  }
}
