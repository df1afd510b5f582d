package io.github.edgewatt.yolo.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the libraries where their native code lies beside the program. They would unpack it into
 * the temporary folder or the user's home otherwise, from where a container may not be allowed to
 * load it, or which it may not have.
 */
final class Natives {
  private Natives() {}

  static void use() {
    Path program = Path.of(System.getProperty("java.class.path", "")).toAbsolutePath();
    String architecture = System.getProperty("os.arch", "");
    Path onnx = onnx(program, architecture);
    if (Files.isDirectory(onnx)) {
      setIfAbsent("onnxruntime.native.path", onnx.toString());
    }
    Path leptonica = bytedeco("leptonica", program, architecture);
    if (Files.isDirectory(leptonica)) {
      String both = bytedeco("javacpp", program, architecture) + File.pathSeparator + leptonica;
      setIfAbsent("org.bytedeco.javacpp.pathsFirst", "true");
      setIfAbsent("org.bytedeco.javacpp.platform.preloadpath", both);
      setIfAbsent("org.bytedeco.javacpp.platform.linkpath", both);
    }
    // It would count the model's memory as its own, and give up at four times the heap.
    setIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
  }

  /** The folder of ONNX Runtime's natives for {@code architecture} beside the jar of a program. */
  static Path onnx(Path program, String architecture) {
    String name = architecture.equals("amd64") ? "x64" : architecture;
    return program.resolveSibling("native/ai/onnxruntime/native/linux-" + name);
  }

  /** The folder of the natives of {@code library}, which decodes JPEGs or binds what does. */
  static Path bytedeco(String library, Path program, String architecture) {
    String name =
        architecture.equals("amd64") ? "x86_64" : architecture.replace("aarch64", "arm64");
    return program.resolveSibling("native/org/bytedeco/" + library + "/linux-" + name);
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
