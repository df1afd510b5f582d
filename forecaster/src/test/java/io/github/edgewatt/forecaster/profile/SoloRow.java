package io.github.edgewatt.forecaster.profile;

import io.github.edgewatt.dataset.FunctionDetail;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * A made-up measurement of one function alone, in DFaaS' figures.
 *
 * @param cpu CPU of the function in percent of one core
 * @param ram memory in bytes
 * @param microwatts attributed power
 */
record SoloRow(
    int rate, double cpu, double ram, double microwatts, double success, boolean overloaded) {
  private static final double NAN = Double.NaN;

  static SoloRow at(int rate, double cpu) {
    return new SoloRow(rate, cpu, NAN, NAN, 1, false);
  }

  SoloRow ram(double bytes) {
    return new SoloRow(rate, cpu, bytes, microwatts, success, overloaded);
  }

  SoloRow microwatts(double power) {
    return new SoloRow(rate, cpu, ram, power, success, overloaded);
  }

  SoloRow success(double share) {
    return new SoloRow(rate, cpu, ram, microwatts, share, overloaded);
  }

  SoloRow overload() {
    return new SoloRow(rate, cpu, ram, microwatts, success, true);
  }

  MeasurementRow row() {
    return row(Verdict.valid(), NAN);
  }

  /**
   * @param p99 latency in ms; the CPU per request counted is a thousandth of it
   */
  MeasurementRow row(Verdict verdict, double p99) {
    FunctionDetail detail =
        new FunctionDetail(
            -1,
            -1,
            -1,
            -1,
            -1,
            -1,
            -1,
            -1,
            -1,
            NAN,
            p99 / 2,
            NAN,
            p99,
            NAN,
            NAN,
            NAN,
            NAN,
            NAN,
            p99 / 1000,
            NAN,
            -1,
            NAN,
            NAN,
            NAN);
    FunctionRow part =
        new FunctionRow("f", rate, success, cpu, ram, microwatts, 1, overloaded, 3e6, detail);
    return new MeasurementRow(
        "m",
        MeasurementRow.Kind.SOLO,
        1,
        Instant.EPOCH,
        List.of(part),
        new NodeRow(NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0, overloaded, null),
        verdict);
  }
}
