package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads files that a stack file names: small ones, inside its own folder. */
final class StackFolder {
  private final Path folder;

  StackFolder(Path stackFile) {
    Path parent = stackFile.toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? Path.of("/") : parent;
  }

  byte[] read(String where, String name, int mostBytes) throws PlatformException {
    try {
      Path file = folder.resolve(name).toRealPath();
      if (!file.startsWith(folder.toRealPath())) {
        throw new PlatformException(
            "%s: file '%s' lies outside the stack file's folder".formatted(where, shown(name)));
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
          throw new PlatformException(
              "%s: file '%s' is over %d KiB".formatted(where, shown(name), mostBytes >> 10));
        }
        return bytes;
      }
    } catch (IOException | InvalidPathException e) {
      throw new PlatformException(
          "%s: cannot read file '%s' (%s)"
              .formatted(where, shown(name), e.getClass().getSimpleName()),
          e);
    }
  }

  private static String shown(String name) {
    return GatewayFaults.oneLine(name);
  }
}
