package io.github.edgewatt.dataset.read;

import io.github.edgewatt.dataset.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of what files hold, or are to hold, as 64 lower-case hexadecimal digits. */
public final class ContentHash {
  private ContentHash() {}

  /**
   * The hash of all {@code files}: of their own hashes, sorted, each on a line. The same for the
   * same contents, whatever the files' names, places and order.
   */
  public static String of(Collection<Path> files) throws DatasetException {
    List<String> hashes = new ArrayList<>();
    for (Path file : files) {
      try {
        hashes.add(of(file));
      } catch (IOException e) {
        throw DatasetException.of("cannot read", file, e);
      }
    }
    String lines = String.join("\n", hashes.stream().sorted().toList());
    return of(lines.getBytes(StandardCharsets.UTF_8), 0);
  }

  /** The hash of {@code content} from the byte {@code from} to the end. */
  public static String of(byte[] content, int from) {
    MessageDigest digest = sha256();
    digest.update(content, from, content.length - from);
    return hex(digest);
  }

  private static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
