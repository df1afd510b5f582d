package io.github.edgewatt.profiler.correlate.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Brings Prometheus' raw answers, a folder a metric and a file a segment, into tables. Answers that
 * are errors have nothing to tell and are passed over.
 */
final class JsonAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Integer> numbers = new HashMap<>();
  private final DuckDBAppender samples;
  private final DuckDBAppender catalogue;

  private JsonAnswers(DuckDBAppender samples, DuckDBAppender catalogue) {
    this.samples = samples;
    this.catalogue = catalogue;
  }

  static Samples read(Database database, Path folder) throws IOException, SQLException {
    database.execute("CREATE TABLE samples (series INTEGER, time BIGINT, value DOUBLE)");
    database.execute(
        "CREATE TABLE catalogue (series INTEGER, metric VARCHAR, labels VARCHAR, still BOOLEAN,"
            + " points INTEGER, static_percent DOUBLE, nan_percent DOUBLE)");
    DuckDBConnection connection = database.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender samples =
            connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "samples");
        DuckDBAppender catalogue =
            connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "catalogue")) {
      JsonAnswers answers = new JsonAnswers(samples, catalogue);
      for (Path metric : children(folder)) {
        if (Files.isDirectory(metric)) {
          for (Path file : children(metric)) {
            if (file.toString().endsWith(".json")) {
              answers.file(metric.getFileName().toString(), file);
            }
          }
        }
      }
    }
    return new Samples(database);
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private void file(String metric, Path file) throws IOException, SQLException {
    try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
      parser.setCodec(JSON);
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME
            && parser.currentName().equals("result")
            && parser.nextToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            one(metric, parser);
          }
        }
      }
    }
  }

  private void one(String metric, JsonParser parser) throws IOException, SQLException {
    Map<?, ?> labels = Map.of();
    double[][] values = {};
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      if (field.equals("metric")) {
        labels = parser.readValueAs(TreeMap.class);
      } else if (field.equals("values")) {
        values = values(parser);
      } else {
        parser.skipChildren();
      }
    }
    int number = number(metric, JSON.writeValueAsString(labels));
    for (double[] value : values) {
      samples.beginRow();
      samples.append(number);
      samples.append(Math.round(value[0] * 1_000));
      samples.append(value[1]);
      samples.endRow();
    }
  }

  private static double[][] values(JsonParser parser) throws IOException {
    String[][] texts = parser.readValueAs(String[][].class);
    double[][] values = new double[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      values[i] = new double[] {Double.parseDouble(texts[i][0]), number(texts[i][1])};
    }
    return values;
  }

  private static double number(String text) {
    return text.endsWith("Inf") ? Double.NaN : Double.parseDouble(text);
  }

  private int number(String metric, String labels) throws SQLException {
    String key = metric + labels;
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(key, number);
    catalogue.beginRow();
    catalogue.append(number);
    catalogue.append(metric);
    catalogue.append(labels);
    catalogue.append(false);
    catalogue.append(0);
    catalogue.append(0.0);
    catalogue.append(0.0);
    catalogue.endRow();
    return number;
  }
}
