package io.github.edgewatt.profiler.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorReportTest {
  private static final Finding CORES = Finding.ok("cores", "2 cores");
  private static final Finding TURBO = Finding.warn("turbo", "on: faster alone", "turn it off");
  private static final Finding DISK = Finding.fail("disk", "full: 3 MiB at /x", "make room");

  @Test
  void laysFindingsOutInColumns() {
    assertThat(new DoctorReport(List.of(CORES, TURBO, DISK)).lines())
        .containsExactly(
            "ok    cores            2 cores",
            "warn  turbo            on: faster alone",
            "                       → turn it off",
            "fail  disk             full: 3 MiB at /x",
            "                       → make room",
            "",
            "1 ok, 1 warning, 1 failure");
  }

  @Test
  void summarisesInALineTheWorstFirst() {
    assertThat(new DoctorReport(List.of(CORES, TURBO, DISK)).summary())
        .isEqualTo("1 ok, 1 warning, 1 failure: disk full, turbo on");
    assertThat(new DoctorReport(List.of(CORES, TURBO, TURBO, DISK, DISK)).summary())
        .startsWith("1 ok, 2 warnings, 2 failures: ");
    assertThat(new DoctorReport(List.of(CORES)).summary()).isEqualTo("1 ok");
    assertThat(new DoctorReport(List.of(CORES, TURBO)).worst()).isEqualTo(Finding.Status.WARN);
    assertThat(new DoctorReport(List.of()).worst()).isEqualTo(Finding.Status.OK);
  }

  @Test
  void keepsToAHundredColumnsAndLosesNothing() {
    String words = "word ".repeat(60).strip();
    String path = "/very/long".repeat(30);
    List<String> lines = new DoctorReport(List.of(Finding.warn("disk", words, path))).lines();
    assertThat(lines).allMatch(line -> line.length() <= 100);
    String all = String.join("", lines);
    assertThat(all.split("word", -1)).hasSize(61);
    assertThat(all.replace(" ", "")).contains(path);
  }
}
