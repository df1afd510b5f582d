package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML mapping in which every scalar is the text that stands there: {@code 1.10} stays {@code
 * 1.10}, {@code true} stays {@code true}.
 */
final class StackYaml {
  private static final int MOST_CHARACTERS = 1 << 20;

  private final String where;
  private final Map<?, ?> fields;

  private StackYaml(String where, Map<?, ?> fields) {
    this.where = where;
    this.fields = fields;
  }

  /** Scalars are resolved to nothing but text; only {@code <<} and null keep their meaning. */
  private static final class TextOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
      addImplicitResolver(Tag.NULL, NULL, "~nN\0", 10);
    }
  }

  static StackYaml parse(String where, String text) throws PlatformException {
    LoaderOptions limits = new LoaderOptions();
    limits.setAllowDuplicateKeys(false);
    limits.setCodePointLimit(MOST_CHARACTERS);
    limits.setMaxAliasesForCollections(200);
    limits.setNestingDepthLimit(20);
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(limits), new Representer(unused), unused, limits, new TextOnly());
    try {
      Object root = yaml.load(text);
      if (root instanceof Map<?, ?> map) {
        return new StackYaml(where, map);
      }
      throw new PlatformException(where + ": not a YAML mapping");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      String problem = e.getProblem() == null ? "not YAML" : GatewayFaults.oneLine(e.getProblem());
      throw new PlatformException("%s, line %d: %s".formatted(where, line, problem), e);
    } catch (YAMLException e) {
      throw new PlatformException(
          where + ": " + GatewayFaults.oneLine(String.valueOf(e.getMessage())), e);
    }
  }

  /** Where this stands, for messages. */
  String where() {
    return where;
  }

  /** Text of a field, empty where it is absent. */
  String text(String field) throws PlatformException {
    return scalar(field, fields.get(field));
  }

  /** A mapping of texts, empty where it is absent. */
  Map<String, String> texts(String field) throws PlatformException {
    Map<String, String> texts = new LinkedHashMap<>();
    Object value = fields.get(field);
    if (isAbsent(value)) {
      return texts;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new PlatformException("%s: %s is not a mapping".formatted(where, field));
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      texts.put(key, scalar(field + "." + key, entry.getValue()));
    }
    return texts;
  }

  /** A list of texts, or one text; empty where it is absent. */
  List<String> list(String field) throws PlatformException {
    Object value = fields.get(field);
    if (isAbsent(value)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Object each : value instanceof List<?> list ? list : List.of(value)) {
      texts.add(scalar(field, each));
    }
    return texts;
  }

  /** Mappings below a field, by name, in order; empty where it is absent. */
  Map<String, StackYaml> children(String field, String kind) throws PlatformException {
    Map<String, StackYaml> children = new LinkedHashMap<>();
    Object value = fields.get(field);
    if (isAbsent(value)) {
      return children;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new PlatformException("%s: %s is not a mapping".formatted(where, field));
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = String.valueOf(entry.getKey());
      String there = "%s: %s %s".formatted(where, kind, GatewayFaults.oneLine(name));
      if (!(entry.getValue() instanceof Map<?, ?> child)) {
        throw new PlatformException(there + " is not a mapping");
      }
      children.put(name, new StackYaml(there, child));
    }
    return children;
  }

  private String scalar(String field, Object value) throws PlatformException {
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    throw new PlatformException("%s: %s is no text".formatted(where, field));
  }

  /** A key without a value is read as an empty text. */
  private static boolean isAbsent(Object value) {
    return value == null || "".equals(value);
  }
}
