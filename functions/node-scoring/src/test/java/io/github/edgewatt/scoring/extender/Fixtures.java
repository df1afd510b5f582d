package io.github.edgewatt.scoring.extender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Bodies that a scheduler sends. */
final class Fixtures {
  private Fixtures() {}

  static byte[] read(String name) throws IOException {
    try (InputStream in = Fixtures.class.getResourceAsStream("/extender/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
