package io.github.edgewatt.profiler.platform;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a function is called and how it is called.
 *
 * @param name the function's name, an RFC 1123 label
 * @param method HTTP method of a request
 * @param path path of a request, from {@code /}
 * @param contentType media type of the body
 * @param body the request's body, empty for none
 */
public record FunctionSpec(
    String name, String method, String path, String contentType, byte[] body) {
  public FunctionSpec {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(method, "method is null");
    Objects.requireNonNull(path, "path is null");
    Objects.requireNonNull(contentType, "contentType is null");
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FunctionSpec that
        && name.equals(that.name)
        && method.equals(that.method)
        && path.equals(that.path)
        && contentType.equals(that.contentType)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, method, path, contentType, Arrays.hashCode(body));
  }
}
