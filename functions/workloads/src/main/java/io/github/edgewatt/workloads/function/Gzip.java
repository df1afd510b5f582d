package io.github.edgewatt.workloads.function;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.Deflater;

/** Compresses a text with Deflate. Cost grows with the text's length and the level. */
public final class Gzip {
  private static final String LETTERS = "etaoin shrdlu\n";

  private Gzip() {}

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param text what to compress, at most 262,144 characters; default: seeded text
   * @param bytes length of the seeded text, 1 to 1,048,576; default 65,536
   * @param seed of that text; default 1
   * @param level 1 to 9; default 6
   */
  public record Input(String text, Integer bytes, Long seed, Integer level) {
    public Input {
      text = Bounds.text("text", text, null, 1 << 18);
      bytes = Bounds.number("bytes", bytes, 1 << 16, 1, 1 << 20);
      seed = Bounds.number("seed", seed, 1, Long.MIN_VALUE, Long.MAX_VALUE);
      level = Bounds.number("level", level, 6, 1, 9);
    }

    public static Input ofText(String text) {
      return new Input(text, null, null, null);
    }
  }

  /**
   * What a call has done.
   *
   * @param bytes before compression
   * @param compressedBytes after
   * @param crc32 CRC-32 of what was compressed
   */
  public record Output(int bytes, int compressedBytes, String crc32) {}

  public static Output run(Input input) {
    byte[] data =
        input.text() == null
            ? seeded(input.bytes(), input.seed())
            : input.text().getBytes(StandardCharsets.UTF_8);
    return new Output(data.length, compress(data, input.level()).length, Checksum.crc32(data));
  }

  static byte[] compress(byte[] data, int level) {
    Deflater deflater = new Deflater(level);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 2 + 64);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end(); // native memory: waiting for the collector would let it pile up under load
    }
  }

  private static byte[] seeded(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
    return data;
  }
}
