package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.run.Tool;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this program lives and what it is; the launcher says so in system properties. */
final class Home {
  private Home() {}

  /** The root of the checkout. */
  static Path path() throws UsageException {
    String home = System.getProperty("edgewatt.home");
    if (home == null || !Files.isDirectory(Path.of(home))) {
      throw new UsageException("edgewatt.home is not set: start this program with bin/profiler");
    }
    return Path.of(home);
  }

  /** Version and commit, {@code unknown} where they cannot be told. */
  static Tool tool() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new Tool(
        version == null ? "unknown" : version, System.getProperty("edgewatt.commit", "unknown"));
  }

  /** Whether the screen is a terminal that understands colours and carriage returns. */
  static boolean isTerminal() {
    return Boolean.getBoolean("edgewatt.terminal");
  }

  /** Whether colour is welcome: on a terminal, unless {@code NO_COLOR} is set. */
  static boolean isColoured() {
    String noColour = System.getenv("NO_COLOR");
    return isTerminal() && (noColour == null || noColour.isEmpty());
  }
}
