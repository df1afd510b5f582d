package io.github.edgewatt.nodeforecast.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;

/** JSON of callers, who may send anything, and for them. */
public final class Json {
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_TEXT = 1 << 16;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // The second of two values for one name would win silently.
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          // Text is no number, and a number no text: a mistake must not be read as something else.
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private Json() {}

  /** What writes a body piece by piece. */
  @FunctionalInterface
  public interface Writing {
    void to(JsonGenerator generator) throws IOException;
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A value of the JDK's as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * The object in a body.
   *
   * @throws Refused 400 where it is no JSON, or no object
   */
  public static ObjectNode read(byte[] body, int offset, int length) {
    if (length == 0) {
      throw Refused.bad("the body is empty: send a JSON object");
    }
    try {
      JsonNode tree = MAPPER.readTree(body, offset, length);
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw Refused.bad("the body is JSON but no object");
    } catch (JsonProcessingException e) {
      String what = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("malformed");
      throw Refused.bad("the body is not JSON: " + what);
    } catch (IOException e) {
      throw Refused.bad("the body cannot be read: " + e.getMessage());
    }
  }

  public static ObjectNode read(byte[] body) {
    return read(body, 0, body.length);
  }

  /**
   * A tree as a record.
   *
   * @throws Refused 400 where a field is not one of the record's, or of another kind
   */
  public static <T> T as(ObjectNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (UnrecognizedPropertyException e) {
      throw Refused.bad(
          "no field '" + e.getPropertyName() + "'; there are " + e.getKnownPropertyIds());
    } catch (JsonMappingException e) {
      String where =
          e.getPath().stream()
              .map(Reference::getFieldName)
              .filter(Objects::nonNull)
              .collect(Collectors.joining("."));
      throw Refused.bad(where + " is not what is expected there");
    } catch (JsonProcessingException e) {
      throw Refused.bad("the body is not what is expected");
    }
  }

  static byte[] bytes(JsonNode tree) {
    return write(generator -> MAPPER.writeTree(generator, tree));
  }

  /** What {@code writing} writes. */
  public static byte[] write(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator generator = MAPPER.getFactory().createGenerator(bytes)) {
      writing.to(generator);
    } catch (IOException e) {
      throw new UncheckedIOException("memory refuses to be written", e);
    }
    return bytes.toByteArray();
  }

  /** A number, or null where JSON has none for it. */
  public static void number(JsonGenerator generator, double value) throws IOException {
    if (Double.isFinite(value)) {
      generator.writeNumber(value);
    } else {
      generator.writeNull();
    }
  }
}
