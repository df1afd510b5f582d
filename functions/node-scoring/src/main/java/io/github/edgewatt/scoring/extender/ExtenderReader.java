package io.github.edgewatt.scoring.extender;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.BadInputException;
import io.github.edgewatt.scoring.pod.PodReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a scheduler's question. Keys of the question itself are taken in any case: the scheduler
 * writes {@code NodeNames}, others {@code nodenames}.
 */
public final class ExtenderReader {
  private static final JsonFactory JSON = new JsonFactory();

  private Pod pod;
  private List<String> names;
  private List<String> wholeNames;
  private WholeNodes whole;

  private ExtenderReader() {}

  /**
   * The question in a body.
   *
   * @throws BadInputException where it is none; a question without nodes is one
   */
  public static ExtenderArgs read(byte[] body) {
    ExtenderReader reader = new ExtenderReader();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BadInputException("the body is not a JSON object");
      }
      reader.question(parser, body);
      if (parser.nextToken() != null) {
        throw new BadInputException("there is more in the body after its JSON object");
      }
    } catch (JsonProcessingException e) {
      throw new BadInputException("not JSON of a scheduler's question: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadInputException("the body cannot be read: " + e.getMessage());
    }
    return reader.args();
  }

  private ExtenderArgs args() {
    if (pod == null) {
      throw new BadInputException("there is no Pod in the question");
    }
    if (names != null || whole == null) {
      return new ExtenderArgs(pod, names == null ? List.of() : names, Optional.empty());
    }
    return new ExtenderArgs(pod, wholeNames, Optional.of(whole));
  }

  private void question(JsonParser parser, byte[] body) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_NULL) {
        continue;
      }
      if (key.equalsIgnoreCase("Pod")) {
        need(value, JsonToken.START_OBJECT, "Pod is not an object");
        pod = PodReader.read(parser);
      } else if (key.equalsIgnoreCase("NodeNames")) {
        need(value, JsonToken.START_ARRAY, "NodeNames is not a list");
        names = names(parser);
      } else if (key.equalsIgnoreCase("Nodes")) {
        need(value, JsonToken.START_OBJECT, "Nodes is not an object");
        wholeNames = new ArrayList<>();
        whole = new WholeNodes(body);
        nodeList(parser);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static List<String> names(JsonParser parser) throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      need(token, JsonToken.VALUE_STRING, "NodeNames holds something that is no string");
      names.add(parser.getText());
    }
    return names;
  }

  private void nodeList(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean items = parser.currentName().equalsIgnoreCase("items");
      JsonToken value = parser.nextToken();
      if (items && value != JsonToken.VALUE_NULL) {
        need(value, JsonToken.START_ARRAY, "Nodes.items is not a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          need(parser.currentToken(), JsonToken.START_OBJECT, "Nodes.items holds no object");
          long start = parser.currentTokenLocation().getByteOffset();
          wholeNames.add(nodeName(parser));
          whole.add(start, parser.currentLocation().getByteOffset());
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Reads one node to its end; a node without a name has an empty one. */
  private static String nodeName(JsonParser parser) throws IOException {
    String name = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean metadata = parser.currentName().equalsIgnoreCase("metadata");
      if (parser.nextToken() == JsonToken.START_OBJECT && metadata) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean named = parser.currentName().equalsIgnoreCase("name");
          if (parser.nextToken() == JsonToken.VALUE_STRING && named) {
            name = parser.getText();
          } else {
            parser.skipChildren();
          }
        }
      } else {
        parser.skipChildren();
      }
    }
    return name;
  }

  private static void need(JsonToken is, JsonToken wanted, String otherwise) {
    if (is != wanted) {
      throw new BadInputException(otherwise);
    }
  }
}
