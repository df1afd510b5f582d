package io.github.edgewatt.scaling.events;

import static io.github.edgewatt.scaling.TestPods.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.scaling.policy.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingEventsTest {
  private final List<String> published = new ArrayList<>();

  @Test
  void fieldsKeepTheirOrderAndTheTimeComesLast() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("node", "vm5");
    fields.put("value", 0.5);
    fields.put("weight", 3);
    fields.put("max_value", Double.NaN);
    fields.put("ok", true);
    assertThat(
            ReadingEvents.publish(List.of(new Reading("api_pressure", fields)), NOW, 1, this::take))
        .isFalse();
    assertThat(published)
        .containsExactly(
            NOW
                + " api_pressure {\"node\":\"vm5\",\"value\":0.5,\"weight\":3,\"max_value\":null,"
                + "\"ok\":true,\"ts\":1777629600.000000}");
  }

  @Test
  void noMoreThanAllowedArePublished() {
    Reading reading = new Reading("pressure_req", Map.of());
    assertThat(ReadingEvents.publish(List.of(reading, reading, reading), NOW, 2, this::take))
        .isTrue();
    assertThat(published).hasSize(2);
  }

  private void take(Instant at, String name, Object value) {
    published.add(at + " " + name + " " + value);
  }
}
