package io.github.edgewatt.workloads.function;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Digests a text. Cost grows with the text's length. */
public final class Shasum {
  private Shasum() {}

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param text at most 262,144 characters; default {@code abcde}
   * @param algorithm {@code SHA-256} (default), {@code SHA-1}, {@code SHA-512} or {@code SHA3-256}
   */
  public record Input(String text, String algorithm) {
    public Input {
      text = Bounds.text("text", text, "abcde", 1 << 18);
      algorithm =
          Bounds.oneOf("algorithm", algorithm, List.of("SHA-256", "SHA-1", "SHA-512", "SHA3-256"));
    }

    public static Input ofText(String text) {
      return new Input(text, null);
    }
  }

  /**
   * What a call has done.
   *
   * @param algorithm the digest's name
   * @param digest lower-case hexadecimal
   * @param bytes length of the text in UTF-8
   */
  public record Output(String algorithm, String digest, int bytes) {}

  public static Output run(Input input) {
    byte[] data = input.text().getBytes(StandardCharsets.UTF_8);
    return new Output(input.algorithm(), Checksum.hex(input.algorithm(), data), data.length);
  }
}
