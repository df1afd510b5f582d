package io.github.edgewatt.profiler.measure.prometheus;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The wrapper of every answer: {@code {"status", "data", "errorType", "error", "warnings"}}.
 *
 * @param status {@code success} or {@code error}
 * @param data null unless there was some
 * @param errorType Prometheus' name of the error, or empty
 * @param error its message, or empty
 * @param warnings what it says of the data
 */
record Envelope<T>(String status, T data, String errorType, String error, List<String> warnings) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static <T> Envelope<T> read(InputStream in, DataReader<T> reader) throws IOException {
    String status = "";
    T data = null;
    String errorType = "";
    String error = "";
    List<String> warnings = new ArrayList<>();
    try (JsonParser json = JSON.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(json, "no JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        switch (field) {
          case "status" -> status = String.valueOf(json.getText());
          case "errorType" -> errorType = String.valueOf(json.getText());
          case "error" -> error = String.valueOf(json.getText());
          case "warnings" -> texts(json, warnings);
          case "data" -> data = value == JsonToken.VALUE_NULL ? null : reader.read(json);
          default -> json.skipChildren();
        }
      }
    }
    return new Envelope<>(status, data, errorType, error, List.copyOf(warnings));
  }

  private static void texts(JsonParser json, List<String> into) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      into.add(String.valueOf(json.getText()));
    }
  }
}
