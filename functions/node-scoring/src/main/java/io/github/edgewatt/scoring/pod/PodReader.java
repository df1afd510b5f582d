package io.github.edgewatt.scoring.pod;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.kubernetes.Conversions;
import io.github.edgewatt.scoring.BadInputException;
import java.io.IOException;
import java.util.StringJoiner;

/** Reads Kubernetes' JSON of a pod. What no rule asks about is skipped. */
public final class PodReader {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addMixIn(ObjectMeta.class, Meta.class)
          .build();
  private static final ObjectReader PODS =
      MAPPER.readerFor(io.fabric8.kubernetes.api.model.Pod.class);

  private PodReader() {}

  /**
   * The pod at which {@code parser} stands, read to its closing brace.
   *
   * @throws BadInputException where it is none
   * @throws JsonProcessingException where it is no JSON
   */
  public static Pod read(JsonParser parser) throws IOException {
    io.fabric8.kubernetes.api.model.Pod pod;
    // Quantities are read by way of it.
    parser.setCodec(MAPPER);
    try {
      pod = PODS.readValue(parser);
    } catch (JsonMappingException e) {
      throw new BadInputException(
          "no pod of Kubernetes: " + place(e) + " is not what belongs there");
    }
    try {
      return Conversions.pod(pod);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("no pod of Kubernetes: " + e.getMessage());
    }
  }

  private static String place(JsonMappingException e) {
    StringJoiner place = new StringJoiner(".");
    for (JsonMappingException.Reference one : e.getPath()) {
      place.add(one.getFieldName() == null ? String.valueOf(one.getIndex()) : one.getFieldName());
    }
    return place.length() == 0 ? "it" : place.toString();
  }

  /** Half of what a scheduler sends, and of no use here. */
  @JsonIgnoreProperties("managedFields")
  private abstract static class Meta {}
}
