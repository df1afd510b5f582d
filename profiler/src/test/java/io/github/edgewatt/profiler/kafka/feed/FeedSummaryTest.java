package io.github.edgewatt.profiler.kafka.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedSummaryTest {
  @Test
  void unknownNumbersAreNull() throws Exception {
    FeedSummary summary =
        new FeedSummary(
            1_000,
            3_000,
            7,
            9,
            2,
            List.of(8L),
            "no room",
            1_000_000,
            Double.NaN,
            2,
            Double.NaN,
            Double.NaN,
            true,
            Map.of("shape", "burst"));
    JsonNode json = new ObjectMapper().readTree(summary.json());
    assertThat(json.path("asked_mbps").isNull()).isTrue();
    assertThat(json.path("max_lag_ms").isNull()).isTrue();
    assertThat(json.path("achieved_mbps").doubleValue()).isEqualTo(0.5);
    assertThat(json.path("failed").get(0).longValue()).isEqualTo(8);
    assertThat(json.path("first_id").longValue()).isEqualTo(7);
    assertThat(json.path("last_id").longValue()).isEqualTo(9);
    assertThat(json.path("interrupted").booleanValue()).isTrue();
    assertThat(json.path("shape").textValue()).isEqualTo("burst");
  }
}
