package io.github.edgewatt.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A token that callers show as {@code Authorization: Bearer …}; it comes from a file, never argv.
 */
public final class BearerToken {
  private static final String SCHEME = "Bearer ";
  private static final int MOST_BYTES = 4096;

  private final byte[] token;

  private BearerToken(byte[] token) {
    this.token = token;
  }

  /**
   * Reads the token: the file's text without white space around it.
   *
   * @throws IllegalArgumentException one line where the file cannot be read, is empty or too large
   */
  public static BearerToken read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IllegalArgumentException(file + " is too large for a token");
      }
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new IllegalArgumentException("the token file " + file + " is empty");
      }
      return new BearerToken(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the token file " + file, e);
    }
  }

  /** Whether {@code authorization}, a header's value or null, shows the token. */
  public boolean matches(String authorization) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return false;
    }
    byte[] shown =
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(shown, token);
  }
}
