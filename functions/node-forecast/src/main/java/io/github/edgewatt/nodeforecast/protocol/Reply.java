package io.github.edgewatt.nodeforecast.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status an HTTP status
 * @param headers beside the content type
 */
public record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
  private static final String JSON = "application/json";

  public Reply {
    headers = Map.copyOf(headers);
  }

  /** JSON, with status 200. */
  public static Reply json(JsonNode body) {
    return json(200, body);
  }

  public static Reply json(int status, JsonNode body) {
    return json(status, Json.bytes(body));
  }

  /** JSON that is written already. */
  public static Reply json(int status, byte[] body) {
    return new Reply(status, JSON, Map.of(), body);
  }

  public static Reply text(String text) {
    return new Reply(
        200, "text/plain; charset=utf-8", Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with one header more. */
  public Reply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, more, body);
  }

  /** {@code {"error": …}}: how all protocols here say what is wrong. */
  public static Reply of(Refused refused) {
    return json(refused.status(), Json.object().put("error", refused.getMessage()));
  }
}
