package io.github.edgewatt.scoring.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.edgewatt.scoring.BadInputException;
import java.io.IOException;

/** Reads questions out of bodies. */
public final class QuestionReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private QuestionReader() {}

  /**
   * The question in a body.
   *
   * @throws BadInputException where it is none
   */
  public static Question read(byte[] body) {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new BadInputException("the body is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadInputException("the body cannot be read: " + e.getMessage());
    }
    return Question.of(json);
  }
}
