package io.github.edgewatt.profiler.kafka.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.profiler.kafka.track.count.Expectation;
import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.count.Sources;
import io.github.edgewatt.profiler.kafka.track.result.TestResults;
import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import io.github.edgewatt.profiler.kafka.track.view.Progress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private final Ledger ledger = new Ledger();
  private final Sources sources = new Sources();

  private void add(TrackedResult result) {
    ledger.add(result);
    sources.add(result);
  }

  private JsonNode json(boolean finished) throws Exception {
    return new ObjectMapper()
        .readTree(Summary.json(new Progress(ledger, sources, 4, Optional.empty()), finished));
  }

  @Test
  void whatCameAndWhatDidNot() throws Exception {
    ledger.expect(Expectation.count(10));
    add(TestResults.WHOLE);
    add(TestResults.WHOLE);
    add(TestResults.numbered("3"));
    add(TestResults.timed("b", 1, 2, 3, -20));
    JsonNode summary = json(true);
    assertThat(summary.path("finished").asBoolean()).isTrue();
    assertThat(summary.path("received").asInt()).isEqualTo(4);
    assertThat(summary.path("unique").asInt()).isEqualTo(3);
    assertThat(summary.path("duplicates").asInt()).isEqualTo(1);
    assertThat(summary.path("redelivered").asInt()).isEqualTo(1);
    assertThat(summary.path("expected").asInt()).isEqualTo(10);
    assertThat(summary.path("missing").asInt()).isEqualTo(8);
    assertThat(summary.path("missing_ids").toString()).isEqualTo("[\"0-2\",\"4-9\"]");
    assertThat(summary.path("unknown").asInt()).isEqualTo(1);
    assertThat(summary.path("untracked").asInt()).isEqualTo(1);
    assertThat(summary.path("malformed").asInt()).isEqualTo(4);
    assertThat(summary.path("skewed").asInt()).isEqualTo(1);
    assertThat(summary.path("worst_skew_ms").asDouble()).isEqualTo(20);
    assertThat(summary.path("first_ms").asDouble()).isEqualTo(1_700_000_000_000.0);
    assertThat(summary.path("last_ms").asDouble()).isEqualTo(1_700_000_000_029.25);
    JsonNode source = summary.path("by_source").path("10.0.0.7");
    assertThat(source.path("received").asInt()).isEqualTo(2);
    assertThat(source.path("p50").asDouble()).isCloseTo(29.25, within(0.3));
    assertThat(source.path("p99").asDouble()).isCloseTo(29.25, within(0.3));
    assertThat(summary.path("by_source").fieldNames())
        .toIterable()
        .containsExactly("10.0.0.7", "a", "b");
    assertThat(summary.path("latency_ms").path("max").asDouble()).isCloseTo(29.25, within(0.03));
    assertThat(summary.path("latency_ms").path("p50").asDouble()).isCloseTo(10, within(0.01));
  }

  @Test
  void unknownNumbersAreNull() throws Exception {
    JsonNode summary = json(false);
    assertThat(summary.path("finished").asBoolean()).isFalse();
    assertThat(summary.has("missing_ids")).isFalse();
    for (String name : new String[] {"expected", "missing", "first_ms", "last_ms"}) {
      assertThat(summary.get(name).isNull()).as(name).isTrue();
    }
    assertThat(summary.path("latency_ms").toString())
        .isEqualTo("{\"p50\":null,\"p95\":null,\"p99\":null,\"max\":null}");
    assertThat(summary.path("by_source").toString()).isEqualTo("{}");
  }
}
