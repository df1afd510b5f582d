package io.github.edgewatt.profiler.kafka;

import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/** Kafka's errors as lines for the user. */
public final class KafkaErrors {
  private KafkaErrors() {}

  /** Nobody answered in time. */
  static PlatformException silent(KafkaTarget target, Duration whole, Throwable cause) {
    return new PlatformException(
        "Kafka at %s did not answer within %s: is it running there? (--kafka, --timeout)"
            .formatted(target.servers(), Durations.format(whole)),
        cause);
  }

  /**
   * A client could not even be made: an address or a property is wrong; the latter is bad input.
   */
  public static PlatformException setup(KafkaTarget target, Throwable cause) {
    // An address that has no host stands in --kafka and may have one again; all else is the file's.
    if (target.propertiesFile().isPresent() && !reason(cause).contains("bootstrap")) {
      return ClientSettings.refused(target, cause);
    }
    return new PlatformException(
        "Kafka at %s cannot be asked: %s (--kafka, --client-config)"
            .formatted(target.servers(), reason(cause)),
        cause);
  }

  /** The cluster said no. */
  public static PlatformException refused(KafkaTarget target, Throwable cause) {
    return new PlatformException(
        "Kafka at %s refused: %s".formatted(target.servers(), reason(cause)), cause);
  }

  /** The innermost reason, in one line. */
  public static String reason(Throwable cause) {
    Throwable at = cause;
    while (at.getCause() != null && at.getCause() != at) {
      at = at.getCause();
    }
    if (at instanceof NoSuchFileException file) {
      return "there is no file " + file.getFile();
    }
    String message = at.getMessage();
    return message == null || message.isBlank()
        ? at.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }
}
