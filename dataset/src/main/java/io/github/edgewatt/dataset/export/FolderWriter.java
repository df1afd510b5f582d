package io.github.edgewatt.dataset.export;

import io.github.edgewatt.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a whole folder, or nothing: into a folder beside it, then by a rename. */
final class FolderWriter {
  private FolderWriter() {}

  /**
   * @param files content by name relative to {@code target}
   */
  static void write(Path target, Map<String, ? extends CharSequence> files)
      throws IOException, DatasetException {
    boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (there && !isEmptyFolder(target)) {
      throw new DatasetException(target + " is not an empty folder: choose a new one");
    }
    Path parent = target.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path temporary = Files.createTempDirectory(parent, "." + target.getFileName() + "-");
    try {
      for (Map.Entry<String, ? extends CharSequence> file : files.entrySet()) {
        Path path = temporary.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      // A temporary folder is its owner's alone; the export gets the usual rights of its parts.
      Path sample = temporary.resolve(files.keySet().iterator().next()).getParent();
      if (Files.getFileStore(sample).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(sample));
      }
      if (there) {
        Files.delete(target);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      deleteAll(temporary);
    }
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> children = Files.list(path)) {
      return children.findAny().isEmpty();
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
