package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** Reads small files that hold a secret. */
final class SecretFile {
  private static final int MOST_BYTES = 64 << 10;
  private static final int LONGEST_PASSWORD = 1024;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private SecretFile() {}

  /** All of a file's text. */
  static String text(Path file) throws PlatformException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new PlatformException(file + ": over 64 KiB, which is no file of credentials");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new PlatformException("there is no file " + file, e);
    } catch (AccessDeniedException e) {
      throw new PlatformException("may not read " + file, e);
    } catch (IOException e) {
      throw new PlatformException(
          "cannot read " + file + (Files.isDirectory(file) ? ": it is a folder" : ""), e);
    }
  }

  /** The one line of a password file. */
  static String password(Path file) throws PlatformException {
    String text = text(file);
    String password = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    password = password.endsWith("\r") ? password.substring(0, password.length() - 1) : password;
    if (password.isEmpty()) {
      throw new PlatformException("password file " + file + " is empty");
    }
    if (password.length() > LONGEST_PASSWORD || password.chars().anyMatch(c -> c < ' ')) {
      throw new PlatformException("password file " + file + " holds more than one line of text");
    }
    return password;
  }

  /** A line when others than its owner may read it. */
  static List<String> warnings(Path file) {
    try {
      boolean open = Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
      return open
          ? List.of("others on this machine may read " + file + ": chmod 600 " + file)
          : List.of();
    } catch (IOException | UnsupportedOperationException e) {
      return List.of();
    }
  }
}
