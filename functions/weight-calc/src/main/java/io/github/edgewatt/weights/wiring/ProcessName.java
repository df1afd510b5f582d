package io.github.edgewatt.weights.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What a process is called among its rivals. */
final class ProcessName {
  private static final int MARK_LENGTH = 8;

  private ProcessName() {}

  /** {@code host:pid:mark}: pids come again, in containers each is 1. */
  static String make() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "unknown";
    }
    String mark = UUID.randomUUID().toString().substring(0, MARK_LENGTH);
    return host + ":" + ProcessHandle.current().pid() + ":" + mark;
  }
}
