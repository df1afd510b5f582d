package io.github.edgewatt.yolo.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens models in ONNX Runtime such that an energy measurement means something: as many threads as
 * asked for, none of which spins while it waits. The runtime's own choice is every core, spinning.
 */
final class Sessions {
  private Sessions() {}

  /** Opens a file. */
  static OrtSession open(Path file, int threads) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("no such model: " + file);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException("no readable file: " + file);
    }
    try (SessionOptions options = options(threads)) {
      return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    } catch (OrtException e) {
      throw new IllegalArgumentException(file + " is no ONNX model that runs: " + oneLine(e), e);
    }
  }

  /** Opens a generated model's bytes. */
  static OrtSession open(byte[] model, int threads) {
    try (SessionOptions options = options(threads)) {
      return OrtEnvironment.getEnvironment().createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalStateException("the generated model does not run: " + oneLine(e), e);
    }
  }

  private static SessionOptions options(int threads) throws OrtException {
    SessionOptions options = create();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(ExecutionMode.SEQUENTIAL);
    options.setOptimizationLevel(OptLevel.ALL_OPT);
    // Exported graphs carry leftovers that the runtime warns of at every start.
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
  }

  private static SessionOptions create() {
    try {
      return new SessionOptions();
    } catch (LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new IllegalArgumentException(
          "ONNX Runtime cannot be loaded; it needs Linux on x86-64 or arm64 and a temporary folder: "
              + cause,
          e);
    }
  }

  private static String oneLine(OrtException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }
}
