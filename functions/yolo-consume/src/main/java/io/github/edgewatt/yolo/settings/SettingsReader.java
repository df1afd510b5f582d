package io.github.edgewatt.yolo.settings;

import io.github.edgewatt.yolo.model.ModelSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;

/** Reads {@link Settings}. */
public final class SettingsReader {
  private static final int LEAST_SIDE = 32;
  private static final int MOST_SIDE = 4096;
  private static final int MOST_THREADS = 1024;
  private static final long MOST_PIXELS = 500_000_000;

  private SettingsReader() {}

  /**
   * Reads everything.
   *
   * @param variables by name, as {@link System#getenv()} gives them
   * @throws IllegalArgumentException one line that names the variable and what it may be
   */
  public static Settings read(Map<String, String> variables) {
    Variables told = new Variables(variables);
    return new Settings(
        KafkaReader.read(told),
        model(variables),
        told.flag("VALIDATE_RESULTS", true),
        told.flag("VERBOSE", false),
        (int) told.whole("YOLO_WORKERS", 1, 1, MOST_THREADS),
        told.text("YOLO_SOURCE").or(() -> told.text("POD_IP")).orElseGet(SettingsReader::self));
  }

  /** Reads what is told of the model only, likewise. */
  public static ModelSettings model(Map<String, String> variables) {
    Variables told = new Variables(variables);
    String model =
        told.text("YOLO_MODEL")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "YOLO_MODEL is not set: say which model, the path of an ONNX file or"
                            + " synthetic:<GFLOPs> (--model)"));
    return new ModelSettings(
        model,
        told.text("YOLO_CLASSES").map(Path::of),
        told.whole("RESOLUTION", LEAST_SIDE, MOST_SIDE),
        (int) told.whole("YOLO_THREADS", 1, 1, MOST_THREADS),
        told.share("YOLO_SCORE"),
        told.share("YOLO_IOU"),
        told.whole("YOLO_MAX_PIXELS", ModelSettings.MAX_PIXELS, 1, MOST_PIXELS));
  }

  /** Host and process: two consumers on a machine are two sources. */
  private static String self() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "unknown";
    }
    return host + ":" + ProcessHandle.current().pid();
  }
}
