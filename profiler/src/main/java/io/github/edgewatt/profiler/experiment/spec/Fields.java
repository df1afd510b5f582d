package io.github.edgewatt.profiler.experiment.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.edgewatt.dataset.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A mapping of an experiment's file, read strictly: a key of the wrong type, out of range or never
 * asked for is refused by its path.
 */
final class Fields {
  private static final String SECRET = "(?i).*(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|CREDENTIALS?)";

  private final String path;
  private final JsonNode node;
  private final Set<String> known = new HashSet<>();

  Fields(String path, JsonNode node) throws SpecException {
    if (!node.isObject() && !node.isMissingNode()) {
      throw new SpecException(path + " is " + shown(node) + ": give keys and values below it");
    }
    this.path = path;
    this.node = node;
  }

  /** A mapping below a key; an empty one where the key is absent. */
  Fields group(String key) throws SpecException {
    return new Fields(name(key), get(key));
  }

  boolean has(String key) {
    return !get(key).isMissingNode();
  }

  String text(String key, String otherwise) throws SpecException {
    return has(key) ? text(name(key), get(key)) : otherwise;
  }

  /** One of some words. */
  String word(String key, String otherwise, List<String> words) throws SpecException {
    String word = text(key, otherwise);
    if (!words.contains(word)) {
      throw fault(key, "'" + word + "': choose of " + String.join(", ", words));
    }
    return word;
  }

  boolean flag(String key) throws SpecException {
    JsonNode value = get(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw fault(key, shown(value) + ": write true or false");
    }
    return value.asBoolean(false);
  }

  int whole(String key, int otherwise, int least, int most) throws SpecException {
    return has(key) ? whole(name(key), get(key), least, most) : otherwise;
  }

  double positive(String key, double otherwise, double most) throws SpecException {
    JsonNode value = get(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    double number = value.isNumber() ? value.asDouble() : Double.NaN;
    if (!(number > 0 && number <= most)) {
      throw fault(key, "%s: give a number above 0, up to %.0f".formatted(shown(value), most));
    }
    return number;
  }

  /**
   * Seconds as a whole number, or text such as {@code 2m}; 0 only where it is no less than least.
   */
  Duration duration(String key, Duration otherwise, Duration least, Duration most)
      throws SpecException {
    JsonNode value = get(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    Duration duration = duration(key, value);
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      throw fault(
          key,
          "%s: give %s to %s"
              .formatted(shown(value), Durations.format(least), Durations.format(most)));
    }
    return duration;
  }

  private Duration duration(String key, JsonNode value) throws SpecException {
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return Duration.ofSeconds(value.asInt());
    }
    try {
      String text = value.isTextual() ? value.asText() : "";
      return text.equals("0s") ? Duration.ZERO : Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw fault(key, shown(value) + ": give whole seconds, or a duration such as 90s or 2m");
    }
  }

  List<String> texts(String key) throws SpecException {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list(key)) {
      texts.add(text(name(key) + "[" + texts.size() + "]", each));
    }
    return texts;
  }

  List<Integer> wholes(String key, int least, int most) throws SpecException {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode each : list(key)) {
      numbers.add(whole(name(key) + "[" + numbers.size() + "]", each, least, most));
    }
    return numbers;
  }

  /** One text, or several with commas between, as a list. */
  List<String> oneOrMore(String key) throws SpecException {
    return get(key).isArray() || !has(key)
        ? texts(key)
        : List.of(text(key, "").strip().split("\\s*,\\s*", -1));
  }

  /** A regular expression; empty where the key is absent. */
  Optional<String> expression(String key) throws SpecException {
    if (!has(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(text(key, "")).pattern());
    } catch (PatternSyntaxException e) {
      throw fault(key, "no regular expression: " + e.getDescription());
    }
  }

  /** Environment variables: every key is a name, numbers and flags count as text. */
  Map<String, String> variables() throws SpecException {
    Map<String, String> variables = new TreeMap<>();
    for (String key : (Iterable<String>) node::fieldNames) {
      JsonNode value = get(key);
      if (!key.matches("[A-Za-z_][A-Za-z0-9_]*") || !value.isValueNode()) {
        throw fault(key, "no variable with a value: write NAME: \"value\"");
      }
      if (key.matches(SECRET)) {
        throw fault(key, "a secret by its name, and this file is kept: name a file that holds it");
      }
      variables.put(key, value.asText());
    }
    return variables;
  }

  /** Refuses what nobody asked for. */
  void end() throws SpecException {
    for (String key : (Iterable<String>) node::fieldNames) {
      if (!known.contains(key)) {
        List<String> keys = new ArrayList<>(known);
        keys.sort(null);
        throw fault(key, "not known: here stand " + String.join(", ", keys));
      }
    }
  }

  /** A refusal of a key's value. */
  SpecException fault(String key, String problem) {
    return new SpecException(name(key) + " is " + problem);
  }

  private JsonNode list(String key) throws SpecException {
    JsonNode value = get(key);
    if (!value.isMissingNode() && !value.isArray()) {
      throw fault(key, shown(value) + ": give a list, such as [a, b]");
    }
    return value;
  }

  private JsonNode get(String key) {
    known.add(key);
    JsonNode value = node.path(key);
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static int whole(String name, JsonNode value, int least, int most) throws SpecException {
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.asInt() < least
        || value.asInt() > most) {
      throw new SpecException(
          "%s is %s: give a whole number from %d to %d".formatted(name, shown(value), least, most));
    }
    return value.asInt();
  }

  private static String text(String name, JsonNode value) throws SpecException {
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new SpecException(name + " is " + shown(value) + ": give text (quotes make it so)");
    }
    return value.asText().strip();
  }

  private static String shown(JsonNode value) {
    String text = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
    text = text.replaceAll("\\p{Cntrl}", " ");
    return text.length() > 60 ? text.substring(0, 59) + "…" : text;
  }
}
