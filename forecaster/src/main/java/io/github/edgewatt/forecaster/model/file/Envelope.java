package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.dataset.read.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The first line of a model file says what follows: format, version, and how many bytes with which
 * SHA-256. So a file can be judged before anything in it is believed, and checked with {@code tail
 * -n +2 model.json | sha256sum}.
 */
final class Envelope {
  static final String FORMAT = "edgewatt-model";
  private static final int LONGEST_FIRST_LINE = 1024;

  private Envelope() {}

  static byte[] wrap(ObjectNode model) throws IOException {
    byte[] text = JsonText.PRETTY.writeValueAsBytes(model);
    ByteArrayOutputStream body = new ByteArrayOutputStream(text.length + 16);
    body.writeBytes(ascii("\"model\": "));
    body.writeBytes(text);
    body.writeBytes(ascii("}\n"));
    byte[] bytes = body.toByteArray();
    ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes.length + 256);
    whole.writeBytes(
        ascii(
            "{\"format\": \""
                + FORMAT
                + "\", \"version\": "
                + ModelFile.VERSION
                + ", \"bytes\": "
                + bytes.length
                + ", \"sha256\": \""
                + ContentHash.of(bytes, 0)
                + "\",\n"));
    whole.writeBytes(bytes);
    return whole.toByteArray();
  }

  /** {@code content}, where its first line is right about the rest. */
  static byte[] checked(byte[] content) {
    int start = firstLineEnd(content) + 1;
    JsonNode first = firstLine(content, start);
    if (!first.path("format").asText().equals(FORMAT)) {
      throw notOurs();
    }
    int version = first.path("version").asInt(0);
    if (version > ModelFile.VERSION) {
      throw new BadModelException(
          "has version "
              + version
              + ", this edgewatt reads up to "
              + ModelFile.VERSION
              + ": use a newer edgewatt");
    }
    if (version < 1) {
      throw new BadModelException("does not say its version");
    }
    long told = first.path("bytes").asLong(-1);
    int there = content.length - start;
    if (there < told) {
      throw new BadModelException(
          "is truncated: " + there + " of " + told + " bytes are there; copy it again");
    }
    if (there > told || !first.path("sha256").asText().equals(ContentHash.of(content, start))) {
      throw new BadModelException(
          "is damaged or was edited: its checksum differs; copy it again or train anew");
    }
    return content;
  }

  private static int firstLineEnd(byte[] content) {
    for (int i = 0; i < Math.min(content.length, LONGEST_FIRST_LINE); i++) {
      if (content[i] == '\n') {
        return i;
      }
    }
    throw notOurs();
  }

  private static JsonNode firstLine(byte[] content, int start) {
    String line = new String(content, 0, start, StandardCharsets.UTF_8).strip();
    try {
      return JsonText.MAPPER.readTree(line.replaceFirst(",$", "}"));
    } catch (JsonProcessingException e) {
      throw notOurs();
    }
  }

  private static BadModelException notOurs() {
    return new BadModelException(
        "is no model: its first line does not say \"format\": \""
            + FORMAT
            + "\"; bin/forecaster train makes one");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
