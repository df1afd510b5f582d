package io.github.edgewatt.cluster.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotJsonTest {
  private static final Snapshot EMPTY =
      new Snapshot(
          Instant.parse("2026-01-02T03:04:05.5Z"),
          Duration.ofMillis(15_500),
          List.of(
              new ZoneNode(
                  "n1",
                  "zone-a",
                  "MID",
                  true,
                  4,
                  new Resources(4, 8e9, 110),
                  Resources.NONE,
                  0.5,
                  Double.NaN)),
          List.of(),
          List.of(new Gateway("zone-a", "g", "n1", "10.0.0.9:80")),
          new LatencyGraph(Map.of("n2", Map.of("n3", 2.5, "n1", 1.0), "n1", Map.of()), 7),
          List.of(),
          List.of());

  private static final String TEXT =
      "{\"at\":\"2026-01-02T03:04:05.500Z\",\"lookback\":15.5,"
          + "\"nodes\":[{\"name\":\"n1\",\"zone\":\"zone-a\",\"type\":\"MID\",\"worker\":true,"
          + "\"cores\":4.0,\"allocatable\":{\"cores\":4.0,\"bytes\":8.0E9,\"pods\":110},"
          + "\"requested\":{\"cores\":0.0,\"bytes\":0.0,\"pods\":0},\"cpuShare\":0.5,"
          + "\"watts\":null}],\"pods\":[],"
          + "\"gateways\":[{\"zone\":\"zone-a\",\"pod\":\"g\",\"node\":\"n1\","
          + "\"address\":\"10.0.0.9:80\"}],"
          + "\"latencies\":{\"edges\":{\"n1\":{},\"n2\":{\"n1\":1.0,\"n3\":2.5}},"
          + "\"leastMax\":7.0},\"traces\":[],\"traffic\":[]}";

  @TempDir private Path folder;

  private static String text(Snapshot snapshot) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotJson.write(snapshot, out);
    return out.toString(UTF_8);
  }

  private static Snapshot read(String text) throws IOException {
    return SnapshotJson.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  @Test
  void writesComponentsInTheirOrder() throws IOException {
    assertThat(text(EMPTY)).isEqualTo(TEXT);
    assertThat(read(TEXT)).isEqualTo(EMPTY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
  void readsWhatItWrote(long seed) throws IOException {
    Snapshot snapshot = new RandomSnapshot(seed).make();
    String text = text(snapshot);
    assertThat(read(text)).isEqualTo(snapshot);
    assertThat(text(read(text))).isEqualTo(text);
    for (String name : List.of(seed + ".json", seed + ".json.gz")) {
      Path file = folder.resolve(name);
      SnapshotJson.write(snapshot, file);
      assertThat(SnapshotJson.read(file)).isEqualTo(snapshot);
    }
  }

  @Test
  void passesOverFieldsItDoesNotKnow() throws IOException {
    String more = TEXT.replace("\"zone\":\"zone-a\",", "\"zone\":\"zone-a\",\"colour\":[{}],");
    assertThat(read("{\"version\":{\"x\":1}," + more.substring(1))).isEqualTo(EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"at", "lookback", "nodes", "cpuShare", "worker", "pods", "leastMax"})
  void refusesWhatLacksAField(String field) {
    assertThatThrownBy(() -> read(TEXT.replace("\"" + field + "\":", "\"other\":")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + field + "'")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "15.5            | 0                | a look-back of PT0S",
        "15.5            | 1e99             | lookback",
        "15.5            | null             | lookback",
        "\"zone-a\",\"ty | null,\"ty        | nodes[0]",
        "0.5,            | \"0.5\",         | nodes[0].cpuShare",
        "0.5,            | 1e999,           | nodes[0].cpuShare",
        "110             | 110.5            | nodes[0].allocatable.pods",
        "110             | null             | nodes[0].allocatable.pods",
        "\"2026-01-02    | \"next week      | at: ",
        "2.5}}           | -2.5}}           | latencies: a latency of -2.5 ms to n3",
        "\"pods\":[]     | \"pods\":[null]  | ",
        "\"traffic\":[]} | \"traffic\":[]   | end-of-input",
        "\"traffic\":[]} | \"traffic\":[]}x | ",
        "\"traffic\":[]} | \"traffic\":[]}7 | Trailing token",
        "{\"at\"         | [\"at\"          | "
      })
  void refusesWhatIsDamaged(String good, String bad, String why) {
    assertThat(TEXT).contains(good);
    assertThatThrownBy(() -> read(TEXT.replace(good, bad)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why == null ? "" : why)
        .hasMessageNotContaining("\n");
  }

  @Test
  void namesTheFileItRefuses() throws IOException {
    Path file = folder.resolve("snapshot.json");
    assertRefused(file, file + " is not there");
    Files.writeString(file, "");
    assertRefused(file, file + " is no snapshot: No content to map due to end-of-input");
    Files.writeString(file, "null");
    assertRefused(file, file + " is no snapshot: it is null");
    assertRefused(folder, folder + " cannot be read: Is a directory");
    assertThatThrownBy(() -> SnapshotJson.read(Files.writeString(file, TEXT), TEXT.length() - 1))
        .hasMessage(
            file
                + " is no snapshot: it takes more than the "
                + (TEXT.length() - 1)
                + " bytes it may have");
    assertThat(SnapshotJson.read(file, TEXT.length())).isEqualTo(EMPTY);
  }

  @Test
  void refusesDamagedGzip() throws IOException {
    Path file = folder.resolve("snapshot.json.gz");
    SnapshotJson.write(EMPTY, file);
    byte[] good = Files.readAllBytes(file);
    for (int length : List.of(5, 40, good.length - 5)) {
      Files.write(file, Arrays.copyOf(good, length));
      assertRefused(file, file + " is damaged: its gzip data ends early or is none");
    }
    Files.writeString(file, TEXT);
    assertRefused(file, file + " is damaged: its gzip data ends early or is none");
    byte[] wrong = good.clone();
    wrong[good.length - 6] ^= 1;
    Files.write(file, wrong);
    assertThatThrownBy(() -> SnapshotJson.read(file)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> SnapshotJson.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void replacesAFileAsAWholeOrNotAtAll() throws IOException {
    Path file = folder.resolve("snapshot.json");
    SnapshotJson.write(EMPTY, file);
    SnapshotJson.write(new RandomSnapshot(4).make(), file);
    assertThat(SnapshotJson.read(file)).isEqualTo(new RandomSnapshot(4).make());
    Path blocked = Files.createDirectories(folder.resolve("blocked").resolve("full"));
    assertThatThrownBy(() -> SnapshotJson.write(EMPTY, blocked.getParent()))
        .isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, blocked.getParent());
    }
  }
}
