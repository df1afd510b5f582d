package io.github.edgewatt.scaling.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * What is to be decided: a snapshot and what is remembered from before.
 *
 * @param snapshot the cluster
 * @param memory what the round before remembered
 */
public record Question(Snapshot snapshot, ScalingMemory memory) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * From JSON: a snapshot, or {@code {"snapshot": …, "memory": …}} as recorded rounds have it.
   * Other fields are passed over. A snapshot is never built as a tree: it may be large.
   *
   * @throws IllegalArgumentException one line where it is neither
   */
  public static Question read(byte[] json) {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a snapshot as a JSON object is wanted");
      }
      long from = -1;
      long to = -1;
      JsonNode memory = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("snapshot")) {
          from = parser.currentTokenLocation().getByteOffset();
          parser.skipChildren();
          to = parser.currentLocation().getByteOffset();
        } else if (name.equals("memory")) {
          memory = JSON.readTree(parser);
        } else {
          parser.skipChildren();
        }
      }
      int offset = from < 0 ? 0 : Math.toIntExact(from);
      int length = from < 0 ? json.length : Math.toIntExact(to - from);
      Snapshot snapshot = SnapshotJson.read(new ByteArrayInputStream(json, offset, length));
      return new Question(snapshot, MemoryJson.read(memory));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new IllegalArgumentException("it is no JSON" + where, e);
    } catch (IOException e) {
      throw new IllegalArgumentException("it cannot be read: " + e.getMessage(), e);
    }
  }
}
