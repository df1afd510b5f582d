package io.github.edgewatt.scaling.policy;

import java.util.Map;

/**
 * What was measured, as an event.
 *
 * @param event the event's published name, as {@code api_pressure}
 * @param fields its published fields in their order, ours after them, without {@code ts}; values
 *     are texts, numbers and booleans
 */
public record Reading(String event, Map<String, Object> fields) {}
