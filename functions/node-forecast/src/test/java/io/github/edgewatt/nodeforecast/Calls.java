package io.github.edgewatt.nodeforecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.nodeforecast.protocol.Call;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests to protocols without a server, and their answers as trees. */
public final class Calls {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Calls() {}

  public static Call get(String path) {
    return call("GET", path, "");
  }

  public static Call post(String path, String body) {
    return call("POST", path, body.replace('\'', '"'));
  }

  public static Call call(String method, String path, String body) {
    return new Call(
        method,
        parts(path),
        Map.of(),
        Map.of(),
        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /** A post of bytes, with the header that tells where they begin. */
  public static Call binary(String path, int jsonLength, byte[] body) {
    return new Call(
        "POST",
        parts(path),
        Map.of("inference-header-content-length", Integer.toString(jsonLength)),
        Map.of(),
        body);
  }

  private static List<String> parts(String path) {
    return Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
  }

  /** The JSON answered, which must have status 200. */
  public static JsonNode json(Protocol protocol, Call call) {
    Reply reply = protocol.answer(call);
    assertThat(reply.status()).as(() -> text(reply)).isEqualTo(200);
    return tree(reply.body());
  }

  public static JsonNode tree(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  /** {@code 404 one line}. */
  public static String refusal(Protocol protocol, Call call) {
    Refused refused = catchThrowableOfType(Refused.class, () -> protocol.answer(call));
    assertThat(refused).as("answered instead of refused").isNotNull();
    assertThat(refused.getMessage()).doesNotContain("\n");
    assertThat(tree(Reply.of(refused).body()).path("error").textValue())
        .isEqualTo(refused.getMessage());
    return refused.status() + " " + refused.getMessage();
  }
}
