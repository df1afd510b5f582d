package io.github.edgewatt.cluster.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** How a snapshot's values are written and read; strict in what it takes. */
final class SnapshotMapper {
  private SnapshotMapper() {}

  static ObjectMapper make() {
    SimpleModule values =
        new SimpleModule()
            .addSerializer(double.class, new Write<>(Double.class, SnapshotMapper::number))
            .addSerializer(Double.class, new Write<>(Double.class, SnapshotMapper::number))
            .addSerializer(new Write<>(Instant.class, (at, out) -> out.writeString(at.toString())))
            .addSerializer(
                new Write<>(Duration.class, (time, out) -> out.writeNumber(time.toNanos() / 1e9)))
            .addDeserializer(double.class, new NumberOrNull())
            .addDeserializer(Double.class, new NumberOrNull())
            .addDeserializer(Instant.class, new Time<>(Instant.class))
            .addDeserializer(Duration.class, new Time<>(Duration.class));
    return JsonMapper.builder()
        .addModule(values)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(SerializationFeature.CLOSE_CLOSEABLE)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /** Where and what is wrong, in one line. */
  static String why(JsonProcessingException problem) {
    StringBuilder where = new StringBuilder();
    if (problem instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        if (step.getFieldName() == null) {
          where.append('[').append(step.getIndex()).append(']');
        } else {
          where.append(where.length() == 0 ? "" : ".").append(step.getFieldName());
        }
      }
    }
    String what =
        problem instanceof ValueInstantiationException && problem.getCause() != null
            ? String.valueOf(problem.getCause().getMessage())
            : problem.getOriginalMessage();
    String line = String.valueOf(what).lines().findFirst().orElse("no JSON");
    return where.length() == 0 ? line : where + ": " + line;
  }

  private static void number(Double value, JsonGenerator out) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeNull();
    }
  }

  /** Writes a value to a generator. */
  private interface Writer<T> {
    void write(T value, JsonGenerator out) throws IOException;
  }

  private static final class Write<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1;
    private final transient Writer<T> writer;

    Write(Class<T> type, Writer<T> writer) {
      super(type);
      this.writer = writer;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      writer.write(value, out);
    }
  }

  /** {@code null} is NaN. */
  private static final class NumberOrNull extends StdScalarDeserializer<Double> {
    private static final long serialVersionUID = 1;

    NumberOrNull() {
      super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (!in.currentToken().isNumeric()) {
        return (Double) context.handleUnexpectedToken(Double.class, in);
      }
      double value = in.getDoubleValue();
      return Double.isFinite(value)
          ? value
          : (Double) context.handleWeirdNumberValue(Double.class, value, "too large");
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }

  /** An instant as ISO 8601, or a duration in seconds. */
  private static final class Time<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;
    private static final double MOST_SECONDS = 1e9;
    private final Class<T> type;

    Time(Class<T> type) {
      super(type);
      this.type = type;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (type == Duration.class) {
        double seconds = in.getDoubleValue();
        return type.cast(
            Math.abs(seconds) <= MOST_SECONDS
                ? Duration.ofNanos(Math.round(seconds * 1e9))
                : context.handleWeirdNumberValue(type, seconds, "too long"));
      }
      try {
        return type.cast(Instant.parse(in.getText()));
      } catch (DateTimeException e) {
        return type.cast(context.handleWeirdStringValue(type, in.getText(), "no instant"));
      }
    }
  }
}
