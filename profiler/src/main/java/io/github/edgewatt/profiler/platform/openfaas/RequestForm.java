package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a function is called, as its annotations say; what they leave out is upstream's form: GET,
 * {@code text/plain}, no body, path {@code /}.
 */
final class RequestForm {
  static final String PROFILE_LABEL = "io.github.edgewatt.profile";
  private static final String PREFIX = "io.github.edgewatt.";
  private static final int MOST_BODY_BYTES = 256 << 10;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|PATCH|DELETE");
  private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]{0,999}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,60}(; ?charset=[\\w-]{1,30})?");

  private RequestForm() {}

  /** Reads a file an annotation names. */
  interface BodyFiles {
    byte[] read(String where, String name, int mostBytes) throws PlatformException;
  }

  static FunctionSpec of(
      String where, String name, Map<String, String> annotations, BodyFiles files)
      throws PlatformException {
    checkName(where, name);
    return new FunctionSpec(
        name,
        value(where, annotations, "method", "GET", METHOD, "GET, POST, PUT, PATCH or DELETE"),
        path(where, annotations),
        value(
            where,
            annotations,
            "content-type",
            "text/plain",
            MEDIA_TYPE,
            "a media type like text/plain"),
        body(where, annotations, files));
  }

  static void checkName(String where, String name) throws PlatformException {
    if (!NAME.matcher(name).matches()) {
      throw new PlatformException(
          where + ": its name is not made of a-z, 0-9 and -, at most 63 long");
    }
  }

  /** A path goes into an address as it is: what no address may hold must be told before a call. */
  private static String path(String where, Map<String, String> annotations)
      throws PlatformException {
    String want = "a path from / as an address holds it (no spaces, # or .., others like %7C)";
    String path = value(where, annotations, "path", "/", PATH, want);
    if (!isOfAnAddress(path)) {
      throw wrong(where, "path", path, want);
    }
    return path;
  }

  private static boolean isOfAnAddress(String path) {
    try {
      // Behind a gateway it never stands alone; alone, // would start a host's name.
      URI uri = new URI("/function/name" + path);
      return uri.getRawFragment() == null
          && !Arrays.asList(uri.getPath().split("/")).contains("..");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static byte[] body(String where, Map<String, String> annotations, BodyFiles files)
      throws PlatformException {
    String file = annotations.getOrDefault(PREFIX + "body-file", "");
    String text = annotations.getOrDefault(PREFIX + "body", "");
    if (!file.isEmpty() && !text.isEmpty()) {
      throw new PlatformException(
          "%s: give %sbody or %sbody-file, not both".formatted(where, PREFIX, PREFIX));
    }
    if (!file.isEmpty()) {
      return files.read(where, file, MOST_BODY_BYTES);
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (body.length > MOST_BODY_BYTES) {
      throw new PlatformException(where + ": a body over 256 KiB");
    }
    return body;
  }

  private static String value(
      String where,
      Map<String, String> annotations,
      String key,
      String otherwise,
      Pattern form,
      String want)
      throws PlatformException {
    String value = annotations.getOrDefault(PREFIX + key, "");
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!form.matcher(value).matches()) {
      throw wrong(where, key, value, want);
    }
    return value;
  }

  private static PlatformException wrong(String where, String key, String value, String want) {
    return new PlatformException(
        "%s: %s%s '%s' is not %s"
            .formatted(where, PREFIX, key, GatewayFaults.oneLine(value), want));
  }
}
