package io.github.edgewatt.workloads.function;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Short proofs that a result is the one it should be. */
final class Checksum {
  private Checksum() {}

  /** CRC-32 (ISO 3309) as eight lower-case hexadecimal digits. */
  static String crc32(byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(data);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  static String crc32(String text) {
    return crc32(text.getBytes(StandardCharsets.UTF_8));
  }

  static String hex(String algorithm, byte[] data) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(data));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
