package io.github.edgewatt.collector.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.collector.event.Identifiers;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastSeenTest {
  private static final long NOW = 1_700_000_000_000L;

  @Test
  void livesUntilOneMinuteAfterItsLastEvent() {
    LastSeen seen = new LastSeen();
    seen.add("def", NOW, NOW);
    seen.add("def", NOW + 50_000, NOW + 50_000);
    assertThat(seen.alive(NOW + 61_000)).containsOnlyKeys("def");
    assertThat(seen.alive(NOW + 110_000)).containsEntry("def", NOW + 50_000);
    assertThat(seen.alive(NOW + 110_001)).isEmpty();
  }

  @Test
  void anEarlierEventThatComesLateDoesNotShortenIt() {
    LastSeen seen = new LastSeen();
    seen.add("def", NOW, NOW);
    seen.add("def", NOW - 50_000, NOW);
    seen.add("old", NOW - 60_001, NOW);
    assertThat(seen.alive(NOW + 60_000)).containsOnlyKeys("def");
    assertThat(seen.evicted()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithAMapWhereThereIsRoom(long seed) {
    Random random = new Random(seed);
    LastSeen seen = new LastSeen();
    Map<String, Long> all = new HashMap<>();
    long now = NOW;
    for (int i = 0; i < 3_000; i++) {
      now += random.nextInt(5_000);
      long at = now - random.nextInt(90_000);
      String id = "bitstream-" + random.nextInt(40);
      seen.add(id, at, now);
      all.merge(id, at, Math::max);
      Map<String, Long> alive = new TreeMap<>(all);
      long oldest = now - LastSeen.WINDOW_MILLIS;
      alive.values().removeIf(last -> last < oldest);
      assertThat(seen.alive(now)).isEqualTo(alive);
    }
  }

  @Test
  void theOneSeenLongestAgoGoesFirst() {
    LastSeen seen = new LastSeen();
    for (int i = 0; i < LastSeen.MOST_IDS + 10; i++) {
      seen.add("id" + i, NOW + i, NOW + i);
    }
    assertThat(seen.alive(NOW + 1_000)).hasSize(LastSeen.MOST_IDS).doesNotContainKey("id9");
    assertThat(seen.alive(NOW + 1_000)).containsKeys("id10", "id73");
    assertThat(seen.evicted()).isEqualTo(10);
  }

  @Test
  void longIdentifiersTakeTheRoomOfMany() {
    LastSeen seen = new LastSeen();
    for (int i = 0; i < 100; i++) {
      seen.add("\"".repeat(200) + i, NOW + i, NOW + i);
    }
    int bytes = seen.alive(NOW + 100).keySet().stream().mapToInt(Identifiers::jsonBytes).sum();
    assertThat(bytes).isBetween(Identifiers.MOST_JSON_BYTES / 2, Identifiers.MOST_JSON_BYTES);
    assertThat(seen.alive(NOW + 100).lastKey()).endsWith("99");
  }
}
