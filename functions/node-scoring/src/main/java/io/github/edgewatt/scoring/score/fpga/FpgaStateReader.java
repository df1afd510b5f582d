package io.github.edgewatt.scoring.score.fpga;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads {@code {"recentUsage": ms, "recentReconfigurationTime": ms, "recentBitstreamIdentifiers":
 * {"id": {}}, "version": 1}}. Other fields are passed over: upstream keeps its own restart state
 * beside these.
 */
final class FpgaStateReader {
  private static final int VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private double usage = Double.NaN;
  private double reconfiguration = Double.NaN;
  private final Set<String> bitstreams = new HashSet<>();

  private FpgaStateReader() {}

  /**
   * Reads the annotation's text.
   *
   * @throws IOException one line that says what is wrong with it
   */
  static FpgaState read(String text) throws IOException {
    FpgaStateReader reader = new FpgaStateReader();
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no object");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        reader.field(json.currentName(), json);
      }
    }
    if (Double.isNaN(reader.usage) || Double.isNaN(reader.reconfiguration)) {
      throw new IOException(
          "no " + (Double.isNaN(reader.usage) ? "recentUsage" : "recentReconfigurationTime"));
    }
    return new FpgaState(reader.usage, reader.reconfiguration, reader.bitstreams);
  }

  private void field(String name, JsonParser json) throws IOException {
    JsonToken value = json.nextToken();
    switch (name) {
      case "recentUsage" -> usage = millis(name, json, value);
      case "recentReconfigurationTime" -> reconfiguration = millis(name, json, value);
      case "recentBitstreamIdentifiers" -> identifiers(json, value);
      case "version" -> {
        if (value != JsonToken.VALUE_NUMBER_INT || json.getDoubleValue() != VERSION) {
          throw new IOException("its version is not " + VERSION);
        }
      }
      default -> json.skipChildren();
    }
  }

  private static double millis(String name, JsonParser json, JsonToken value) throws IOException {
    double millis = value != null && value.isNumeric() ? json.getDoubleValue() : Double.NaN;
    if (!(millis >= 0 && Double.isFinite(millis))) {
      throw new IOException(name + " is no time in ms");
    }
    // -0 would rank before 0.
    return millis + 0.0;
  }

  private void identifiers(JsonParser json, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.START_OBJECT) {
      throw new IOException("recentBitstreamIdentifiers is no object");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      bitstreams.add(json.currentName());
      json.nextToken();
      json.skipChildren();
    }
  }
}
