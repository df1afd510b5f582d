package io.github.edgewatt.collector.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.collector.window.Snapshot;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateReaderTest {
  private static final String GOOD =
      "{\"version\":2,\"usage\":[[1700000000000,0.5]],\"reconfiguration\":[],"
          + "\"bitstreams\":{\"a\":1700000000000},\"loaded\":{\"at\":1,\"ids\":[\"x\"]}}";

  @Test
  void nothingIsNoProblem() {
    assertThat(StateReader.read(Map.of("other", "{"))).isEqualTo(new Earlier.Nothing());
  }

  @Test
  void readsItsOwn() {
    Earlier.State state = (Earlier.State) state(GOOD);
    assertThat(state.snapshot().usageMillis()).isEqualTo(0.5);
    assertThat(state.snapshot().bitstreams()).containsExactly("x");
    assertThat(StateJson.write(state.snapshot())).isEqualTo(GOOD);
    assertThat(state(StateJson.write(Snapshot.EMPTY))).isEqualTo(new Earlier.State(Snapshot.EMPTY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "7",
        "\"x\"",
        "{\"version\":\"2\"}",
        "{\"version\":2}",
        "<html>",
        "{\"version\":2,\"usage\":{},\"reconfiguration\":[],\"bitstreams\":{}}",
        "{\"version\":2,\"usage\":[[1,-1]],\"reconfiguration\":[],\"bitstreams\":{}}",
        "{\"version\":2,\"usage\":[[1,1e999]],\"reconfiguration\":[],\"bitstreams\":{}}",
        "{\"version\":2,\"usage\":[[1,\"2\"]],\"reconfiguration\":[],\"bitstreams\":{}}",
        "{\"version\":2,\"usage\":[[1.5,2]],\"reconfiguration\":[],\"bitstreams\":{}}",
        "{\"version\":2,\"usage\":[[1]],\"reconfiguration\":[],\"bitstreams\":{}}",
        "{\"version\":2,\"usage\":[],\"reconfiguration\":[],\"bitstreams\":{\"a\":\"b\"}}",
        "{\"version\":2,\"usage\":[],\"reconfiguration\":[],\"bitstreams\":{\"\":1}}",
        "{\"version\":2,\"usage\":[],\"reconfiguration\":[],\"bitstreams\":{},\"loaded\":3}",
        "{\"version\":2,\"usage\":[],\"reconfiguration\":[],\"bitstreams\":{}} x"
      })
  void whatIsNoStateIsSaidSo(String text) {
    assertThat(state(text)).isEqualTo(new Earlier.Unusable("the earlier state cannot be read"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 99})
  void otherVersionsAreNamed(int version) {
    assertThat(state("{\"version\":" + version + "}"))
        .isEqualTo(new Earlier.Unusable("the earlier state has version " + version + ", not 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"recentUsage\":12.5,\"recentReconfigurationTime\":10000,\"version\":1,\"UsageState\":\"Dv+B\"}"
            + "|there is a summary of version 1 alone (12 ms of use, 10000 ms of reconfiguration), which does not tell when",
        "{\"recentUsage\":0,\"version\":7}|the earlier summary has version 7, not 1",
        "{\"recentUsage\":0}|the earlier summary has no version",
        "{\"recentUsage|the earlier summary cannot be read"
      })
  void aSummaryAloneStartsEmpty(String summary, String reason) {
    assertThat(StateReader.read(Map.of(Annotations.SUMMARY, summary)))
        .isEqualTo(new Earlier.Unusable(reason));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noDamageMakesItFail(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(GOOD);
      for (int damage = 1 + random.nextInt(3); damage > 0; damage--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, "{}[]\",:0e-9x\u0000".charAt(random.nextInt(13)));
      }
      assertThat(state(text.toString())).isNotInstanceOf(Earlier.Nothing.class);
    }
    assertThat(state("[".repeat(100_000)).toString()).contains("cannot be read");
  }

  private static Earlier state(String text) {
    return StateReader.read(Map.of(Annotations.STATE, text));
  }
}
