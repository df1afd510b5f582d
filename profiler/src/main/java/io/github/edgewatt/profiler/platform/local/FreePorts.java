package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Ports nobody listens on. They lie below the range Linux takes outgoing connections from (32768
 * up), because else the generator's own connections could take one between the check and the
 * function's bind. Another process still can, so whoever starts a function tries again when its
 * bind fails.
 */
public final class FreePorts {
  /** All listen here. */
  public static final String HOST = "127.0.0.1";

  private final int first;
  private final int last;
  private int next;

  /**
   * Hands out ports from {@code first} to {@code last}, starting at {@code start}, round and round.
   */
  FreePorts(int first, int last, int start) {
    if (first < 1 || last > 65_535 || first > start || start > last) {
      throw new IllegalArgumentException(
          "not a range of ports with a start in it: " + first + ".." + last + ", " + start);
    }
    this.first = first;
    this.last = last;
    this.next = start;
  }

  /** Ports that another profiler of this machine does not start with. */
  public static FreePorts ofThisMachine() {
    int first = 21_000;
    int last = 31_999;
    int start = first + (int) (ProcessHandle.current().pid() * 61 % (last - first + 1));
    return new FreePorts(first, last, start);
  }

  /** A port that could be bound just now and was not handed out lately. */
  public synchronized int take() throws PlatformException {
    for (int tried = first; tried <= last; tried++) {
      int port = next;
      next = port == last ? first : port + 1;
      if (isFree(port)) {
        return port;
      }
    }
    throw new PlatformException(
        "no port free between %d and %d on %s; end what listens there (ss -ltnp)"
            .formatted(first, last, HOST));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // Without this a port in TIME_WAIT from the last run would count as taken.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
