package io.github.edgewatt.workloads.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/** Parses a JSON document, walks it and writes it again. Cost grows with the document's length. */
public final class JsonWork {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonWork() {}

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param document JSON to parse, at most 262,144 characters; default: seeded records
   * @param records records in the seeded document, 1 to 5,000; default 200
   * @param seed of those records; default 1
   */
  public record Input(String document, Integer records, Long seed) {
    public Input {
      document = Bounds.text("document", document, null, 1 << 18);
      records = Bounds.number("records", records, 200, 1, 5_000);
      seed = Bounds.number("seed", seed, 1, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public static Input ofText(String text) {
      return new Input(text, null, null);
    }
  }

  /**
   * What a call has done.
   *
   * @param bytes length of the document in UTF-8
   * @param values scalar values in it
   * @param writtenBytes length as written again, without white space
   * @param crc32 CRC-32 as written again
   */
  public record Output(int bytes, int values, int writtenBytes, String crc32) {}

  public static Output run(Input input) {
    String document =
        input.document() == null ? seeded(input.records(), input.seed()) : input.document();
    try {
      JsonNode tree = MAPPER.readTree(document);
      byte[] written = MAPPER.writeValueAsBytes(tree);
      return new Output(
          document.getBytes(StandardCharsets.UTF_8).length,
          scalars(tree),
          written.length,
          Checksum.crc32(written));
    } catch (JsonProcessingException e) {
      throw new BadInputException("document is not JSON: " + e.getOriginalMessage());
    }
  }

  private static int scalars(JsonNode node) {
    if (node.isValueNode()) {
      return 1;
    }
    int sum = 0;
    for (JsonNode child : node) {
      sum += scalars(child);
    }
    return sum;
  }

  private static String seeded(int records, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ArrayNode list = MAPPER.createArrayNode();
    for (int i = 0; i < records; i++) {
      ObjectNode one = list.addObject();
      one.put("id", i);
      one.put("name", String.format(Locale.ROOT, "sensor-%08x", random.nextInt()));
      one.put("celsius", random.nextInt(-2_000, 5_000) / 100.0);
      one.put("valid", random.nextBoolean());
      one.putArray("samples").add(random.nextInt()).add(random.nextInt()).add(random.nextInt());
    }
    return list.toPrettyString();
  }
}
