package io.github.edgewatt.collector.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.collector.event.Checked.Good;
import io.github.edgewatt.collector.event.EventFields;
import io.github.edgewatt.collector.event.EventReader;
import io.github.edgewatt.collector.window.Bucket;
import io.github.edgewatt.collector.window.Loaded;
import io.github.edgewatt.collector.window.NodeWindows;
import io.github.edgewatt.collector.window.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationsTest {
  private static final long NOW = 1_700_000_000_000L;

  @Test
  void theSummaryIsThePublishedOne() {
    Snapshot snapshot =
        new Snapshot(
            List.of(), List.of(new Bucket(NOW, 10_000)), seen("def", NOW), Optional.empty());
    assertThat(SummaryJson.write(snapshot))
        .isEqualTo(
            "{\"recentUsage\":0,\"recentReconfigurationTime\":10000,"
                + "\"recentBitstreamIdentifiers\":{\"def\":{}},\"version\":1}");
    assertThat(SummaryJson.write(Snapshot.EMPTY))
        .isEqualTo(
            "{\"recentUsage\":0,\"recentReconfigurationTime\":0,"
                + "\"recentBitstreamIdentifiers\":{},\"version\":1}");
  }

  @Test
  void theStateIsOfVersionTwo() {
    Snapshot snapshot =
        new Snapshot(
            List.of(new Bucket(NOW, 0.5), new Bucket(NOW + 5_000, 3)),
            List.of(),
            seen("a\"b", NOW),
            Optional.of(new Loaded(List.of("x"), NOW + 1)));
    assertThat(StateJson.write(snapshot))
        .isEqualTo(
            "{\"version\":2,\"usage\":[[1700000000000,0.5],[1700000005000,3]],"
                + "\"reconfiguration\":[],\"bitstreams\":{\"a\\\"b\":1700000000000},"
                + "\"loaded\":{\"at\":1700000000001,\"ids\":[\"x\"]}}");
  }

  @Test
  void saysWhenInUtcAndSeconds() {
    Map<String, String> all =
        Annotations.of(Snapshot.EMPTY).at(Instant.parse("2026-11-22T10:15:00.987Z"));
    assertThat(all)
        .containsOnlyKeys(
            "fpga-scheduling.io/fpga-state",
            "fpga-scheduling.io/collector-state",
            "fpga-scheduling.io/updated-at")
        .containsEntry("fpga-scheduling.io/updated-at", "2026-11-22T10:15:00Z");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverComesInIsSmallAndReadBack(long seed) {
    Random random = new Random(seed);
    NodeWindows windows = new NodeWindows();
    String[] alphabets = {"\"\\", "a", "ä", "😀", "日", "\"😀\\x"};
    String alphabet = alphabets[(int) seed];
    for (int i = 0; i < 20_000; i++) {
      long now = NOW + i * 15L;
      String id = alphabet.repeat(random.nextInt(257)) + i;
      String ids = random.nextInt(100) == 0 ? manyIds(alphabet, random) : null;
      String millis = random.nextInt(50) == 0 ? "1.7976931348623157e308" : "0.1" + random.nextInt();
      boolean use = random.nextBoolean();
      String time = String.valueOf(now - random.nextInt(200_000));
      EventFields fields =
          new EventFields(time, use ? null : millis, use ? millis : null, id, ids, null);
      if (EventReader.check(fields, now) instanceof Good good) {
        windows.add(good.event(), now);
      }
    }
    Snapshot snapshot = windows.snapshot(NOW + 300_000);
    Map<String, String> written = Annotations.of(snapshot).at(Instant.ofEpochMilli(NOW));
    int bytes = 0;
    for (Map.Entry<String, String> one : written.entrySet()) {
      bytes += one.getKey().length() + one.getValue().getBytes(UTF_8).length;
    }
    assertThat(bytes).isBetween(4_000, Annotations.MOST_BYTES);
    assertThat(StateReader.read(written)).isEqualTo(new Earlier.State(snapshot));
  }

  @Test
  void theLargestOfEverythingFits() {
    NodeWindows windows = new NodeWindows();
    for (int i = 0; i < 400; i++) {
      long time = NOW + i * 1_000L;
      String large = "1.234567890123456" + i % 10 + "e300";
      String id = "\"".repeat(60) + i;
      add(windows, new EventFields(String.valueOf(time), large, null, id, null, null), time);
      add(windows, new EventFields(String.valueOf(time), null, large, id, null, null), time);
    }
    StringBuilder loaded = new StringBuilder();
    for (int i = 10; i < 58; i++) {
      loaded.append("\\".repeat(58)).append(i).append(',');
    }
    String time = String.valueOf(NOW + 399_000);
    add(windows, new EventFields(time, null, "1", null, loaded.toString(), null), NOW + 399_000);
    Snapshot snapshot = windows.snapshot(NOW + 399_000);
    assertThat(snapshot.loaded().orElseThrow().ids()).hasSize(48);
    Annotations annotations = Annotations.of(snapshot);
    int bytes =
        annotations.summary().getBytes(UTF_8).length + annotations.state().getBytes(UTF_8).length;
    assertThat(bytes).isBetween(20_000, Annotations.MOST_BYTES - 1_000);
  }

  private static void add(NodeWindows windows, EventFields fields, long now) {
    windows.add(((Good) EventReader.check(fields, now)).event(), now);
  }

  private static String manyIds(String alphabet, Random random) {
    StringBuilder ids = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      ids.append(alphabet.repeat(random.nextInt(40))).append(i).append(',');
    }
    return ids.toString();
  }

  private static NavigableMap<String, Long> seen(String id, long at) {
    return new TreeMap<>(Map.of(id, at));
  }
}
