package io.github.edgewatt.profiler.extract.parquet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A saved answer, sample by sample: {@code {"data": {"result": [{"metric": {…}, "values": [[time,
 * "value"], …]}]}}}. Holds one series' labels at a time, whatever the answer's size.
 */
final class MatrixReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final Series series;

  /** Where samples go. */
  interface Series {
    /**
     * The samples of a series follow.
     *
     * @param labels its name among them
     * @param part empty; {@code count} or {@code sum} for what is told of a native histogram
     */
    void begin(SortedMap<String, String> labels, String part) throws IOException;

    /** A sample of the series that began last. */
    void sample(long epochMillis, double value) throws IOException;
  }

  MatrixReader(Series series) {
    this.series = series;
  }

  void read(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      expect(json, json.nextToken(), JsonToken.START_OBJECT);
      boolean found = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean data = json.currentName().equals("data");
        JsonToken value = json.nextToken();
        if (data && value == JsonToken.START_OBJECT) {
          found = data(json);
        } else {
          json.skipChildren();
        }
      }
      if (!found) {
        throw new JsonParseException(json, "no result of a range query");
      }
    }
  }

  private boolean data(JsonParser json) throws IOException {
    boolean found = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean result = json.currentName().equals("result");
      JsonToken value = json.nextToken();
      if (!result) {
        json.skipChildren();
        continue;
      }
      expect(json, value, JsonToken.START_ARRAY);
      found = true;
      while (json.nextToken() == JsonToken.START_OBJECT) {
        one(json);
      }
    }
    return found;
  }

  private void one(JsonParser json) throws IOException {
    SortedMap<String, String> labels = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "metric" -> labels = labels(json, value);
        case "values" -> {
          series.begin(named(json, labels), "");
          values(json, value);
        }
        case "histograms" -> histograms(json, value, named(json, labels));
        default -> json.skipChildren();
      }
    }
  }

  private static SortedMap<String, String> named(JsonParser json, SortedMap<String, String> labels)
      throws IOException {
    if (labels == null) {
      throw new JsonParseException(json, "samples stand before the labels of their series");
    }
    return labels;
  }

  private static SortedMap<String, String> labels(JsonParser json, JsonToken value)
      throws IOException {
    expect(json, value, JsonToken.START_OBJECT);
    SortedMap<String, String> labels = new TreeMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      labels.put(json.currentName(), json.nextTextValue());
    }
    return labels;
  }

  private void values(JsonParser json, JsonToken value) throws IOException {
    expect(json, value, JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_ARRAY) {
      long time = time(json);
      expect(json, json.nextToken(), JsonToken.VALUE_STRING);
      series.sample(time, number(json));
      expect(json, json.nextToken(), JsonToken.END_ARRAY);
    }
  }

  private static long time(JsonParser json) throws IOException {
    JsonToken token = json.nextToken();
    return token == JsonToken.VALUE_NUMBER_INT
        ? json.getLongValue() * 1000
        : Math.round(json.getDoubleValue() * 1000);
  }

  private static double number(JsonParser json) throws IOException {
    return Numbers.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
  }

  /** Of native histograms the count and the sum are kept, as two series of their own. */
  private void histograms(JsonParser json, JsonToken value, SortedMap<String, String> labels)
      throws IOException {
    expect(json, value, JsonToken.START_ARRAY);
    Histograms all = new Histograms();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      long time = time(json);
      double count = Double.NaN;
      double sum = Double.NaN;
      expect(json, json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "count" -> count = number(json);
          case "sum" -> sum = number(json);
          default -> json.skipChildren();
        }
      }
      all.add(time, count, sum);
      expect(json, json.nextToken(), JsonToken.END_ARRAY);
    }
    all.tell(series, labels);
  }

  private static void expect(JsonParser json, JsonToken token, JsonToken expected)
      throws IOException {
    if (token != expected) {
      throw new JsonParseException(json, "no result of a range query");
    }
  }
}
