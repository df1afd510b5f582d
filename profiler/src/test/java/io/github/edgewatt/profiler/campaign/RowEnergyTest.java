package io.github.edgewatt.profiler.campaign;

import static io.github.edgewatt.profiler.campaign.Observed.hundred;
import static io.github.edgewatt.profiler.campaign.Observed.millis;
import static io.github.edgewatt.profiler.campaign.Observed.reading;
import static io.github.edgewatt.profiler.campaign.Observed.row;
import static io.github.edgewatt.profiler.campaign.Observed.target;
import static io.github.edgewatt.profiler.campaign.Observed.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a meter measured, as a row tells it. */
class RowEnergyTest {
  @Test
  void aMeterThatCountsAFunctionFarFromItsShareIsNoted() {
    // 20 s of CPU at 100 W over 10 s: 1,000 J less 100 J idle; the generator's 2 s take a share.
    FunctionUsage usage = new FunctionUsage(18, 9e7, 9.5e7, 1, 1, 1, 300);
    MeasurementRow row =
        row(
            Configuration.solo("env", 10),
            reading(200, 1_000, "measured", Map.of("env", usage)),
            target("env", 100, 100, 100, 0, millis(5), millis()));
    assertThat(row.verdict().reasons())
        .containsExactly("env: 810.0 J by CPU share, 300.0 J by the meter's own count");
    assertThat(row.functions().get(0).detail().meterPowerMicrowatts())
        .isEqualTo(30e6, within(1e-3));
  }

  @Test
  void withoutAMeterPowerIsAbsentNotZero() {
    MeasurementRow row =
        row(
            Configuration.solo("env", 10),
            reading(30, Double.NaN, "none", Map.of("env", usage(2))),
            target("env", 100, 100, 100, 0, millis(5), millis()));
    assertThat(row.node().powerMicrowatts()).isNaN();
    assertThat(row.node().powerIdleMicrowatts()).isNaN();
    assertThat(row.functions().get(0).powerMicrowatts()).isNaN();
    assertThat(row.functions().get(0).detail().joulesPerRequest()).isNaN();
    assertThat(row.node().detail().powerSource()).isEqualTo("none");
  }

  @Test
  void theGeneratorsShareOfMeasuredEnergyBelongsToNoFunction() {
    // 150 J over 10 s, 10 W idle: 50 J of load for 2 s of function and 2 s of generator CPU.
    MeasurementRow row =
        row(
            Configuration.solo("env", 10),
            reading(30, 150, "measured", Map.of("env", usage(2))),
            target("env", 100, 100, 100, 0, hundred(5), millis()));
    assertThat(row.functions().get(0).powerMicrowatts()).isEqualTo(2.5e6, within(1e-3));
    assertThat(row.functions().get(0).detail().joulesPerRequest()).isEqualTo(0.25, within(1e-9));
    assertThat(row.node().powerMicrowatts()).isEqualTo(15e6, within(1e-3));
    assertThat(row.node().powerIdleMicrowatts()).isEqualTo(10e6, within(1e-3));
  }

  @Test
  void anEstimateLeavesTheGeneratorOutAlready() {
    MeasurementRow row =
        row(
            new Configuration(List.of("env", "figlet"), List.of(10, 10)),
            reading(42, 150, "estimate", Map.of("env", usage(1), "figlet", usage(3))),
            target("env", 100, 100, 100, 0, millis(5), millis()),
            target("figlet", 100, 100, 100, 0, millis(5), millis()));
    assertThat(row.functions().get(0).powerMicrowatts()).isEqualTo(1.25e6, within(1e-3));
    assertThat(row.functions().get(1).powerMicrowatts()).isEqualTo(3.75e6, within(1e-3));
    assertThat(row.node().detail().powerSource()).isEqualTo("estimate");
  }
}
