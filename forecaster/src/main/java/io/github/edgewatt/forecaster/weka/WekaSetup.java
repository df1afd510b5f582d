package io.github.edgewatt.forecaster.weka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads Weka's package manager so that it leaves nothing behind.
 *
 * <p>Weka reads its settings through {@code WekaPackageManager}, whose class initialiser makes
 * {@code ~/wekafiles} with four folders, prints a warning about linear algebra that this product
 * leaves out on purpose to standard output, and lengthens {@code java.library.path}. Here it is
 * initialised once, with a temporary home that is removed at once, standard output held shut for
 * that moment, and package loading off.
 */
public final class WekaSetup {
  private static final String HOME = "WEKA_HOME";
  private static final String LIBRARY_PATH = "java.library.path";

  static {
    prepare();
  }

  private WekaSetup() {}

  /** Makes Weka usable; call before the first use of any class of it. Does its work once. */
  public static void ready() {
    // The class initialiser did it.
  }

  private static void prepare() {
    System.setProperty("weka.core.loadPackages", "false");
    System.setProperty("weka.packageManager.offline", "true");
    String homeBefore = System.getProperty(HOME);
    String libraryPathBefore = System.getProperty(LIBRARY_PATH);
    PrintStream out = System.out;
    try {
      Path home = Files.createTempDirectory("edgewatt-weka");
      try {
        System.setProperty(HOME, home.toString());
        System.setOut(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Class.forName("weka.core.WekaPackageManager");
      } finally {
        System.setOut(out);
        restore(HOME, homeBefore);
        restore(LIBRARY_PATH, libraryPathBefore);
        remove(home);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Weka is not on the class path: training needs it", e);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for Weka", e);
    }
  }

  private static void restore(String property, String before) {
    if (before == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, before);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> entries;
    try (Stream<Path> walk = Files.walk(folder)) {
      entries = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : entries) {
      Files.deleteIfExists(entry);
    }
  }
}
