package io.github.edgewatt.scaling.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.scaling.policy.Reading;
import io.github.edgewatt.steering.events.EventChannel;
import io.github.edgewatt.steering.events.EventTime;
import java.time.Instant;

/** What a policy measured, published as events. */
public final class ReadingEvents {
  private ReadingEvents() {}

  /**
   * Publishes {@code readings}, the first {@code most} of them.
   *
   * @return whether there were more
   */
  public static boolean publish(
      Iterable<Reading> readings, Instant at, int most, EventChannel channel) {
    int told = 0;
    for (Reading reading : readings) {
      if (told++ == most) {
        return true;
      }
      channel.publish(at, reading.event(), value(reading, at));
    }
    return false;
  }

  /** The value of a reading's event: its fields, then {@code ts}. */
  static ObjectNode value(Reading reading, Instant at) {
    return fields(reading).put("ts", EventTime.seconds(at));
  }

  /** A reading's fields as JSON; numbers that are not known are null. */
  public static ObjectNode fields(Reading reading) {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    reading
        .fields()
        .forEach(
            (name, field) -> {
              if (field instanceof Boolean flag) {
                value.put(name, flag);
              } else if (field instanceof Integer || field instanceof Long) {
                value.put(name, ((Number) field).longValue());
              } else if (field instanceof Number number) {
                double figure = number.doubleValue();
                value.put(name, Double.isFinite(figure) ? Double.valueOf(figure) : null);
              } else {
                value.put(name, String.valueOf(field));
              }
            });
    return value;
  }
}
