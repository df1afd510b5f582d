package io.github.edgewatt.weights.influx;

import java.time.Instant;

/** One line of the line protocol: {@code measurement,tag=v field=1.5 1700000000000}. */
final class Line {
  private final StringBuilder text = new StringBuilder(128);

  /**
   * Begins a line.
   *
   * @param measurement without white space and commas
   */
  Line(String measurement) {
    text.append(measurement);
  }

  /** Adds a tag; one without a value is left out, as the protocol has no empty ones. */
  Line tag(String name, String value) {
    if (!value.isEmpty()) {
      text.append(',').append(name).append('=');
      for (int i = 0; i < value.length(); i++) {
        char one = value.charAt(i);
        if (one == ',' || one == '=' || one == ' ' || one == '\\') {
          text.append('\\');
        }
        text.append(one < ' ' ? '_' : one);
      }
    }
    return this;
  }

  /** The line with a number. */
  String with(double value, Instant at) {
    return ended("value=" + value, at);
  }

  /** The line with a text. */
  String with(String value, Instant at) {
    StringBuilder field = new StringBuilder(value.length() + 16).append("value=\"");
    for (int i = 0; i < value.length(); i++) {
      char one = value.charAt(i);
      if (one == '"' || one == '\\') {
        field.append('\\');
      }
      field.append(one == '\n' || one == '\r' ? ' ' : one);
    }
    return ended(field.append('"').toString(), at);
  }

  private String ended(String field, Instant at) {
    return text.append(' ').append(field).append(' ').append(at.toEpochMilli()).toString();
  }
}
