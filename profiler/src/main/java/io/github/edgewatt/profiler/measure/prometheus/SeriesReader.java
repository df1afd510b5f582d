package io.github.edgewatt.profiler.measure.prometheus;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a query: a vector, a matrix, a scalar or a string (which has no value here). Read
 * token by token, because a matrix may hold a million samples.
 */
final class SeriesReader implements DataReader<List<MetricSeries>> {

  @Override
  public List<MetricSeries> read(JsonParser json) throws IOException {
    List<MetricSeries> all = new ArrayList<>();
    expect(json, JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (!field.equals("result")) {
        json.skipChildren();
      } else {
        result(json, all);
      }
    }
    return List.copyOf(all);
  }

  private static void result(JsonParser json, List<MetricSeries> all) throws IOException {
    expect(json, JsonToken.START_ARRAY);
    JsonToken token = json.nextToken();
    if (token != null && token.isNumeric()) {
      // A scalar or a string: the array is the sample itself.
      Samples single = new Samples();
      single.sampleFromTime(json);
      all.add(single.series(Map.of()));
      return;
    }
    while (token == JsonToken.START_OBJECT) {
      all.add(series(json));
      token = json.nextToken();
    }
    expect(json, JsonToken.END_ARRAY);
  }

  private static MetricSeries series(JsonParser json) throws IOException {
    Map<String, String> labels = new HashMap<>();
    Samples samples = new Samples();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "metric" -> {
          expect(json, JsonToken.START_OBJECT);
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            labels.put(json.currentName(), json.nextTextValue());
          }
        }
        case "value" -> samples.sample(json);
        case "values" -> {
          expect(json, JsonToken.START_ARRAY);
          while (json.nextToken() == JsonToken.START_ARRAY) {
            samples.sample(json);
          }
        }
        default -> json.skipChildren();
      }
    }
    return samples.series(labels);
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.currentToken() != token) {
      throw new JsonParseException(json, "no result of a query");
    }
  }

  /** Grows without boxing. */
  private static final class Samples {
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;

    void sample(JsonParser json) throws IOException {
      expect(json, JsonToken.START_ARRAY);
      json.nextToken();
      sampleFromTime(json);
    }

    void sampleFromTime(JsonParser json) throws IOException {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      times[size] = Math.round(json.getDoubleValue() * 1000);
      values[size++] = value(json.nextTextValue());
      json.nextToken();
      expect(json, JsonToken.END_ARRAY);
    }

    MetricSeries series(Map<String, String> labels) {
      return new MetricSeries(labels, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }

    private static double value(String text) {
      return switch (String.valueOf(text)) {
        case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> number(text);
      };
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException | NullPointerException e) {
        return Double.NaN;
      }
    }
  }
}
