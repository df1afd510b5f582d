package openfaas.entrypoint;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Settings of the process, from its environment.
 *
 * @param host address to listen at ({@code EDGE_HOST}, 127.0.0.1: the watchdog is the caller)
 * @param port port to listen at ({@code EDGE_PORT}, 8082)
 * @param threads calls worked on at once ({@code EDGE_THREADS}, 16)
 * @param queue calls waiting for a thread; one more is refused with 503 ({@code EDGE_QUEUE}, 256)
 * @param bodyBytes longest body; a longer one is refused with 413 ({@code EDGE_BODY_BYTES}, 1 MiB)
 * @param drainDelay calls are still taken for so long after SIGTERM, as the watchdog does ({@code
 *     healthcheck_interval}, 0)
 * @param drainLimit calls in flight then have so long ({@code write_timeout}, 10 s)
 * @param linger wait after the last answer ({@code EDGE_LINGER}, 0)
 */
record Settings(
    String host,
    int port,
    int threads,
    int queue,
    int bodyBytes,
    Duration drainDelay,
    Duration drainLimit,
    Duration linger) {

  static Settings of(Map<String, String> environment) {
    return new Settings(
        environment.getOrDefault("EDGE_HOST", "127.0.0.1"),
        number(environment, "EDGE_PORT", 8082, 0),
        number(environment, "EDGE_THREADS", 16, 1),
        number(environment, "EDGE_QUEUE", 256, 1),
        number(environment, "EDGE_BODY_BYTES", 1 << 20, 0),
        duration(environment, "healthcheck_interval", "0s"),
        duration(environment, "write_timeout", "10s"),
        duration(environment, "EDGE_LINGER", "0s"));
  }

  private static int number(Map<String, String> environment, String name, int usual, int least) {
    String text = environment.getOrDefault(name, String.valueOf(usual));
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(name + " is '" + text + "'; give a number from " + least);
  }

  // Durations as Go writes them: 10s, 1m30s, 500ms.
  private static Duration duration(Map<String, String> environment, String name, String usual) {
    String text = environment.getOrDefault(name, usual);
    try {
      if (text.endsWith("ms")) {
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
      }
      return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          name + " is '" + text + "'; give a duration such as 10s or 1m30s", e);
    }
  }
}
