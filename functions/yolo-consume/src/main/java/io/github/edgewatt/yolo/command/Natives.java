package io.github.edgewatt.yolo.command;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the runtime where its native code lies beside the program. It would unpack it into the
 * temporary folder at every start otherwise, from where a container may not be allowed to load it.
 */
final class Natives {
  private static final String PLACE = "onnxruntime.native.path";

  private Natives() {}

  static void use() {
    Path program = Path.of(System.getProperty("java.class.path", "")).toAbsolutePath();
    Path beside = folder(program, System.getProperty("os.arch", ""));
    if (System.getProperty(PLACE) == null && Files.isDirectory(beside)) {
      System.setProperty(PLACE, beside.toString());
    }
  }

  /** The folder of natives for {@code architecture} beside the jar of a program. */
  static Path folder(Path program, String architecture) {
    String name = architecture.equals("amd64") ? "x64" : architecture;
    return program.resolveSibling("native/ai/onnxruntime/native/linux-" + name);
  }
}
