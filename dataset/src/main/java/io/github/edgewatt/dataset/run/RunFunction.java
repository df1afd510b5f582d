package io.github.edgewatt.dataset.run;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A function and the request it is called with.
 *
 * @param name an RFC 1123 label: it stands in file and column names
 * @param method HTTP method
 * @param path path of the request, from {@code /}
 * @param contentType media type of the body
 * @param body the body as text; null where it is not UTF-8
 * @param bodyBase64 the body in Base64 where it is not UTF-8, else null
 */
public record RunFunction(
    String name, String method, String path, String contentType, String body, String bodyBase64) {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?");

  public RunFunction {
    if (!LABEL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' cannot name a function: use 1 to 63 small letters, digits and inner hyphens");
    }
    Objects.requireNonNull(method, "method is null");
    Objects.requireNonNull(path, "path is null");
    Objects.requireNonNull(contentType, "contentType is null");
    if ((body == null) == (bodyBase64 == null)) {
      throw new IllegalArgumentException(name + " needs a body as text or in Base64, not both");
    }
  }

  /** With the body as text where it is UTF-8, else in Base64. */
  public static RunFunction of(
      String name, String method, String path, String contentType, byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return new RunFunction(name, method, path, contentType, text, null);
    } catch (CharacterCodingException e) {
      String base64 = Base64.getEncoder().encodeToString(body);
      return new RunFunction(name, method, path, contentType, null, base64);
    }
  }

  /** The body's bytes, a fresh copy. */
  public byte[] bodyBytes() {
    return body != null
        ? body.getBytes(StandardCharsets.UTF_8)
        : Base64.getDecoder().decode(bodyBase64);
  }
}
