package io.github.edgewatt.scaling.funqy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.scaling.json.Question;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * The function as Funqy's bindings know it. Over HTTP it is a route of ours, {@code POST
 * /scalePlace}, as Funqy's own answers every mistake with 500.
 */
@Singleton
public class ScalePlace {
  /** The function's name. */
  public static final String NAME = "scalePlace";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Decider decider;

  @Inject
  ScalePlace(Decider decider) {
    this.decider = decider;
  }

  /** A snapshot, or {@code snapshot} and {@code memory}, in; decisions with reasons out. */
  @Funq(NAME)
  public Map<String, Object> scalePlace(Map<String, Object> question) {
    try {
      return JSON.convertValue(
          decide(JSON.writeValueAsBytes(question)), new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the question is no JSON", e);
    }
  }

  /**
   * Likewise, from JSON to JSON.
   *
   * @throws IllegalArgumentException one line where the question is none
   */
  public ObjectNode decide(byte[] question) {
    return decider.decide(Question.read(question));
  }
}
