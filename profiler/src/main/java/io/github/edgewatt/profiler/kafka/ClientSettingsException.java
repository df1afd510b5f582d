package io.github.edgewatt.profiler.kafka;

import io.github.edgewatt.profiler.platform.PlatformException;

/** A file of client properties holds what Kafka's clients refuse: bad input. */
public final class ClientSettingsException extends PlatformException {
  private static final long serialVersionUID = 1L;

  ClientSettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
