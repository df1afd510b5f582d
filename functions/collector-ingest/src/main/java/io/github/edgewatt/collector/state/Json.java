package io.github.edgewatt.collector.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Reading and writing the small JSON of an annotation. */
final class Json {
  /** A whole number of ms up to here has no other double beside it. */
  private static final double EXACT = 1L << 53;

  private static final int MOST_DEPTH = 8;
  static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build());
  }

  /** Writes the fields of one object. */
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator out) throws IOException;
  }

  private Json() {}

  static String object(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = MAPPER.createGenerator(text)) {
      out.writeStartObject();
      fields.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
    return text.toString();
  }

  /** A whole number without a decimal point, as the published collector writes it. */
  static void number(JsonGenerator out, double value) throws IOException {
    if (value == Math.rint(value) && value <= EXACT) {
      out.writeNumber((long) value);
    } else {
      out.writeNumber(value);
    }
  }
}
