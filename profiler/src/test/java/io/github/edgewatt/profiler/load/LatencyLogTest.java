package io.github.edgewatt.profiler.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyLogTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05.250Z");
  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("latency.hlog");
  }

  private static LoadResult result(String name, long... responseNanos) {
    TargetTally tally = new TargetTally(name);
    for (long nanos : responseNanos) {
      tally.answered(200, 1, nanos, nanos / 2);
    }
    return new LoadResult(5_000_000_000L, 25_000_000_000L, List.of(tally.result()), 0);
  }

  private Map<String, Histogram> read() throws IOException {
    Map<String, Histogram> found = new TreeMap<>();
    try (HistogramLogReader reader = new HistogramLogReader(file().toFile())) {
      while (reader.hasNext()) {
        // null after comments alone
        if (reader.nextIntervalHistogram() instanceof Histogram histogram) {
          found.put(histogram.getTag(), histogram);
        }
      }
    }
    return found;
  }

  @Test
  void histogramsComeBackAsTheyWere() throws Exception {
    LoadResult result = result("figlet", 1_000_000, 2_000_000, 700_000_000);
    try (LatencyLog log = LatencyLog.create(file())) {
      log.append("figlet=50-r1", START, result);
    }
    Map<String, Histogram> found = read();
    assertThat(found)
        .containsOnlyKeys(
            "figlet=50-r1.figlet.response",
            "figlet=50-r1.figlet.service",
            "figlet=50-r1.figlet.failed");
    Histogram response = found.get("figlet=50-r1.figlet.response");
    assertThat(response).isEqualTo(result.targets().get(0).response());
    assertThat(response.getStartTimeStamp()).isEqualTo(START.toEpochMilli());
    assertThat(response.getEndTimeStamp()).isEqualTo(START.plusSeconds(20).toEpochMilli());
    // the figure a person reads in the fourth column is in milliseconds
    assertThat(Files.readAllLines(file()).get(3)).matches("Tag=[^,]+,[^,]+,[^,]+,700\\.[^,]+,.*");
  }

  @Test
  void aTornTailAndUnknownMeasurementsAreCutOnReopening() throws Exception {
    try (LatencyLog log = LatencyLog.create(file())) {
      log.append("m1", START, result("a", 1_000_000));
      log.append("m2", START, result("a", 2_000_000));
      log.append("m.3", START, result("a", 3_000_000));
    }
    Files.writeString(file(), "Tag=m1.b.response,17", StandardOpenOption.APPEND);
    try (LatencyLog log = LatencyLog.reopen(file(), Set.of("m1", "m.3"))) {
      log.append("m4", START, result("b", 4_000_000));
    }
    assertThat(read())
        .containsOnlyKeys(
            "m1.a.response",
            "m1.a.service",
            "m1.a.failed",
            "m.3.a.response",
            "m.3.a.service",
            "m.3.a.failed",
            "m4.b.response",
            "m4.b.service",
            "m4.b.failed");
    assertThat(directory.toFile().list()).containsExactly("latency.hlog");
  }

  @Test
  void anIntactLogStaysByteForByte() throws Exception {
    LatencyLog.create(file()).close();
    byte[] before = Files.readAllBytes(file());
    LatencyLog.reopen(file(), Set.of()).close();
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    assertThat(new String(before, java.nio.charset.StandardCharsets.US_ASCII))
        .contains("#[Histogram log format version 1.3]\n");
  }

  @Test
  void aLogThatWasTornInItsHeaderOrIsNotThereBegins() throws Exception {
    LatencyLog.reopen(file(), Set.of()).close();
    byte[] whole = Files.readAllBytes(file());
    Files.writeString(file(), "#[Laten");
    LatencyLog.reopen(file(), Set.of("m1")).close();
    assertThat(Files.readAllBytes(file())).isEqualTo(whole);
  }

  @Test
  void anExistingLogIsNotOverwritten() throws Exception {
    LatencyLog.create(file()).close();
    assertThatThrownBy(() -> LatencyLog.create(file()))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void namesThatCannotBeATagAreRefused() throws Exception {
    try (LatencyLog log = LatencyLog.create(file())) {
      assertThatThrownBy(() -> log.append("m,1", START, result("a", 1)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> log.append("m1", START, result("a.b", 1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(read()).isEmpty();
  }

  @Test
  void aClosedLogSaysSo() throws Exception {
    LatencyLog log = LatencyLog.create(file());
    log.close();
    assertThatThrownBy(() -> log.append("m", START, result("a", 1)))
        .isInstanceOf(IOException.class);
  }
}
