package io.github.edgewatt.collector.event;

/**
 * The fields of an event as they were sent; null where one was not.
 *
 * @param timestampMs {@code timestamp_ms}
 * @param reconfigurationMs {@code reconfiguration_ms}
 * @param durationMs {@code duration_ms}
 * @param bitstream {@code bitstream_identifier}
 * @param loaded {@code bitstream_identifiers}, separated by commas
 * @param node {@code node}: whose event it is, where a collector serves many
 */
public record EventFields(
    String timestampMs,
    String reconfigurationMs,
    String durationMs,
    String bitstream,
    String loaded,
    String node) {}
