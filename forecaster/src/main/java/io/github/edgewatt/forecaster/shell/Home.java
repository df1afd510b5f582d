package io.github.edgewatt.forecaster.shell;

import io.github.edgewatt.dataset.run.Tool;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a program lives and what it is; its launcher says so in system properties. */
public final class Home {
  private Home() {}

  /** The root of the checkout. */
  public static Path path() throws UsageException {
    String home = System.getProperty("edgewatt.home");
    if (home == null || !Files.isDirectory(Path.of(home))) {
      throw new UsageException(
          "edgewatt.home is not set: start this program by its launcher in bin/");
    }
    return Path.of(home);
  }

  /** Version and commit, {@code unknown} where they cannot be told. */
  public static Tool tool() {
    String version = Home.class.getPackage().getImplementationVersion();
    return new Tool(
        version == null ? "unknown" : version, System.getProperty("edgewatt.commit", "unknown"));
  }

  /** Whether the screen is a terminal that understands colours and carriage returns. */
  public static boolean isTerminal() {
    return Boolean.getBoolean("edgewatt.terminal");
  }

  /** Whether colour is welcome: on a terminal, unless {@code NO_COLOR} is set. */
  public static boolean isColoured() {
    String noColour = System.getenv("NO_COLOR");
    return isTerminal() && (noColour == null || noColour.isEmpty());
  }
}
