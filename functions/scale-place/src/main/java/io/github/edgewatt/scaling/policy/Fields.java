package io.github.edgewatt.scaling.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a reading together, field by field. */
final class Fields {
  private final Map<String, Object> values = new LinkedHashMap<>();

  Fields with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  Reading as(String event) {
    return new Reading(event, values);
  }
}
