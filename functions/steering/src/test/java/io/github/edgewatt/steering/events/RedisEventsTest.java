package io.github.edgewatt.steering.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisEventsTest {
  private static final ObjectNode VALUE = new ObjectMapper().createObjectNode().put("fn", "a b");

  @Test
  void anEventIsSecondsANameAndJson() {
    assertThat(RedisEvents.line(Instant.ofEpochSecond(1_663_142_400, 5_000_999), "x", VALUE))
        .isEqualTo("1663142400.005000 x {\"fn\":\"a b\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\n"})
  void aNameWithWhiteSpaceIsRefused(String name) {
    assertThatThrownBy(() -> RedisEvents.line(Instant.EPOCH, name, VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofTooManyTheOldestAreDroppedAndCounted() throws InterruptedException {
    Pending pending = new Pending(3);
    for (int i = 0; i < 5; i++) {
      pending.add("e" + i);
    }
    assertThat(pending.dropped()).isEqualTo(2);
    assertThat(pending.take(2, 0)).isEqualTo(List.of("e2", "e3"));
    assertThat(pending.take(2, 0)).isEqualTo(List.of("e4"));
    assertThat(pending.take(2, 1)).isEmpty();
    assertThat(pending.isEmpty()).isTrue();
  }

  @Test
  void largeOnesAreBoundedAltogether() {
    Pending pending = new Pending();
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 20; i++) {
      pending.add(large);
    }
    assertThat(pending.dropped()).isEqualTo(4);
  }
}
