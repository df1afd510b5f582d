package io.github.edgewatt.profiler.platform.openfaas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This machine's name, for what it deploys: another machine's run may be alive. */
final class HostName {
  private static final int LONGEST = 63;
  private static final String HERE = safe(kernels());

  private HostName() {}

  /** Letters, digits, {@code -_.}, at most 63; empty where the machine has no name. */
  static String ofThisMachine() {
    return HERE;
  }

  static String safe(String name) {
    String safe = name.strip().replaceAll("[^A-Za-z0-9._-]", "-");
    return safe.substring(0, Math.min(LONGEST, safe.length()));
  }

  /** The kernel is asked: the resolver may take seconds, and may call it otherwise. */
  private static String kernels() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname"));
    } catch (IOException e) {
      return "";
    }
  }
}
