package io.github.edgewatt.steering.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-05-01T10:00:00Z, 1777629600.000000",
    "2026-05-01T10:00:00.150563999Z, 1777629600.150563",
    "1970-01-01T00:00:00Z, 0.000000",
    "2001-09-09T01:46:40Z, 1000000000.000000",
  })
  void printsPlainDecimals(Instant at, String seconds) {
    assertThat(JsonNodeFactory.instance.objectNode().put("ts", EventTime.seconds(at)))
        .hasToString("{\"ts\":" + seconds + "}");
  }
}
