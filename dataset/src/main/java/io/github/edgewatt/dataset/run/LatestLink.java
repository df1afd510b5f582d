package io.github.edgewatt.dataset.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code output/latest}: a link to the newest run, or a text file with its name. */
public final class LatestLink {
  static final String NAME = "latest";

  private LatestLink() {}

  /** Lets the link name a run; a text file stands in for it where there are no links. */
  public static void point(Path outputRoot, String runId) throws IOException {
    Path latest = outputRoot.resolve(NAME);
    if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("a folder of that name stands in its place");
    }
    Path temporary = outputRoot.resolve("." + NAME + "-" + runId);
    try {
      Files.deleteIfExists(temporary);
      Files.createSymbolicLink(temporary, Path.of(runId));
      Files.move(
          temporary, latest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (UnsupportedOperationException | IOException e) {
      Files.deleteIfExists(temporary);
      AtomicFiles.replace(latest, (runId + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Follows a text file that stands for a link; any other path is returned as it is. */
  public static Path follow(Path path) throws IOException {
    if (Files.isRegularFile(path)
        && path.getFileName() != null
        && path.getFileName().toString().equals(NAME)
        && Files.size(path) < 200) {
      return path.resolveSibling(Files.readString(path).strip());
    }
    return path;
  }
}
