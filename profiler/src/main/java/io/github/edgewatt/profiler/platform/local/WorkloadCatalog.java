package io.github.edgewatt.profiler.platform.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads which functions an application holds and how each is called: a JSON array of objects with
 * {@code name}, {@code method}, {@code path}, {@code contentType}, {@code body} and, for people,
 * {@code description}.
 */
public final class WorkloadCatalog {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_FUNCTIONS = 200;
  private static final int MOST_BODY_BYTES = 256 << 10;
  private static final Set<String> FIELDS =
      Set.of("name", "method", "path", "contentType", "body", "description");

  /** RFC 1123: what a container platform takes for a name too. */
  static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|PATCH|DELETE");
  private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]{0,999}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,60}(; ?charset=[\\w-]{1,30})?");

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(4)
                          .maxDocumentLength(MOST_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private WorkloadCatalog() {}

  /**
   * The functions in the file's order.
   *
   * @throws PlatformException with one line: which file, which function, what is wrong
   */
  public static List<FunctionSpec> read(Path file) throws PlatformException {
    JsonNode root = parse(file);
    if (!root.isArray() || root.isEmpty() || root.size() > MOST_FUNCTIONS) {
      throw new PlatformException(
          "%s: want an array of 1 to %d functions".formatted(file, MOST_FUNCTIONS));
    }
    List<FunctionSpec> specs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : root) {
      String where = "%s: function %d".formatted(file, specs.size() + 1);
      FunctionSpec spec = spec(where, node);
      if (!names.add(spec.name())) {
        throw new PlatformException(where + ": " + spec.name() + " stands there twice");
      }
      specs.add(spec);
    }
    return List.copyOf(specs);
  }

  private static JsonNode parse(Path file) throws PlatformException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new PlatformException(file + ": over 1 MiB, which is no list of functions");
      }
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new PlatformException(
          "%s, line %d: %s".formatted(file, line, firstLine(e.getOriginalMessage())), e);
    } catch (IOException e) {
      throw new PlatformException("cannot read %s: %s".formatted(file, StateFolder.why(e)), e);
    }
  }

  private static FunctionSpec spec(String where, JsonNode node) throws PlatformException {
    if (!node.isObject()) {
      throw new PlatformException(where + ": not an object");
    }
    for (String field : (Iterable<String>) node::fieldNames) {
      if (!FIELDS.contains(field)) {
        throw new PlatformException("%s: unknown field '%s'".formatted(where, field));
      }
    }
    String name = text(where, node, "name", NAME, "a name of a-z, 0-9 and -, at most 63 long");
    String named = where + " (" + name + ")";
    byte[] body = text(named, node, "body").getBytes(StandardCharsets.UTF_8);
    if (body.length > MOST_BODY_BYTES) {
      throw new PlatformException(named + ": a body over 256 KiB");
    }
    return new FunctionSpec(
        name,
        text(named, node, "method", METHOD, "GET, POST, PUT, PATCH or DELETE"),
        text(named, node, "path", PATH, "a path from / without spaces"),
        text(named, node, "contentType", MEDIA_TYPE, "a media type like text/plain"),
        body);
  }

  private static String text(String where, JsonNode node, String field, Pattern form, String want)
      throws PlatformException {
    String text = text(where, node, field);
    if (!form.matcher(text).matches()) {
      String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
      throw new PlatformException(
          "%s: %s '%s' is not %s"
              .formatted(where, field, shown.replaceAll("\\p{Cntrl}", "?"), want));
    }
    return text;
  }

  private static String text(String where, JsonNode node, String field) throws PlatformException {
    JsonNode value = node.get(field);
    if (value == null || !value.isTextual()) {
      throw new PlatformException("%s: %s is no text".formatted(where, field));
    }
    return value.textValue();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("not JSON");
  }
}
