package io.github.edgewatt.workloads.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.github.edgewatt.workloads.function.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Request bodies into input records, output records into response bodies. */
final class Bodies {
  // Strict: a misspelt or mistyped field must not silently measure the defaults.
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private Bodies() {}

  /**
   * The input in a body: JSON where the content type says so, plain text else; nothing means all
   * defaults.
   */
  static <I> I read(byte[] body, String contentType, Served<I> served) {
    boolean json = isJson(contentType);
    if (body.length == 0 || (json && new String(body, StandardCharsets.UTF_8).isBlank())) {
      return parse("{}".getBytes(StandardCharsets.UTF_8), served.inputType());
    }
    return json ? parse(body, served.inputType()) : served.ofText().apply(text(body));
  }

  static byte[] write(Object output) throws IOException {
    return MAPPER.writeValueAsBytes(output);
  }

  private static boolean isJson(String contentType) {
    String type = String.valueOf(contentType).toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return type.equals("application/json") || type.endsWith("+json");
  }

  private static <I> I parse(byte[] body, Class<I> type) {
    try {
      I input = MAPPER.readValue(body, type);
      return input == null ? MAPPER.readValue("{}", type) : input;
    } catch (UnrecognizedPropertyException e) {
      throw new BadInputException(
          "no field '" + e.getPropertyName() + "'; there are " + e.getKnownPropertyIds());
    } catch (JacksonException e) {
      if (e.getCause() instanceof BadInputException bad) {
        throw bad;
      }
      throw new BadInputException("not the JSON this function takes: " + firstLine(e));
    } catch (IOException e) {
      throw new BadInputException("body cannot be read: " + e.getMessage());
    }
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("malformed");
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new BadInputException("body is not UTF-8 text");
    }
  }
}
