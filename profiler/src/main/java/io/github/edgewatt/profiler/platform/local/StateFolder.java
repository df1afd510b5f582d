package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Works on the folder where runs of one user leave word for each other. */
final class StateFolder {
  private StateFolder() {}

  /** Creates the folder for its owner alone, unless it is there. */
  static void create(Path folder) throws PlatformException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
          Files.createDirectory(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectory(folder);
        }
      }
    } catch (IOException e) {
      throw new PlatformException("cannot create %s: %s".formatted(folder, why(e)), e);
    }
  }

  /** Replaces a file in one step, following no link that lies in its way. */
  static void replace(Path file, List<String> lines) throws PlatformException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(temporary);
      Files.write(temporary, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new PlatformException("cannot write %s: %s".formatted(file, why(e)), e);
    }
  }

  /** Whether a plain file is there, not a link to one. */
  static boolean holds(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** What an I/O error says, in one line even where it has no message of its own. */
  static String why(IOException error) {
    String message = error.getMessage();
    return error.getClass().getSimpleName() + (message == null ? "" : " " + message);
  }
}
