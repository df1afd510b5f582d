package io.github.edgewatt.cluster.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Makes clients of Redis whose every command and connection ends within 5 s, who connect again by
 * themselves at most 2 s after it is back, and who refuse commands while it is away.
 */
public final class RedisClients {
  /** How long a command or a connection may take. */
  public static final Duration DEADLINE = Duration.ofSeconds(5);

  private static final Duration SOONEST_RECONNECT = Duration.ofMillis(100);
  private static final Duration LATEST_RECONNECT = Duration.ofSeconds(2);
  private static final int THREADS = 2;
  private static final int MOST_COMMANDS = 10_000;
  private static final long STOP_SECONDS = 5;

  private RedisClients() {}

  /** A client that has not connected yet; {@link #close} ends it with its threads. */
  public static RedisClient open(RedisSettings settings) {
    ClientResources resources =
        DefaultClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .reconnectDelay(
                Delay.exponential(SOONEST_RECONNECT, LATEST_RECONNECT, 2, TimeUnit.MILLISECONDS))
            .build();
    RedisURI.Builder uri =
        RedisURI.Builder.redis(settings.host(), settings.port()).withTimeout(DEADLINE);
    settings.password().ifPresent(password -> uri.withPassword(password.toCharArray()));
    RedisClient client = RedisClient.create(resources, uri.build());
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(MOST_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(DEADLINE))
            .socketOptions(SocketOptions.builder().connectTimeout(DEADLINE).keepAlive(true).build())
            .build());
    return client;
  }

  /** Closes its connections and ends its threads, in 5 s at most each. */
  public static void close(RedisClient client) {
    ClientResources resources = client.getResources();
    client.shutdown(0, STOP_SECONDS, TimeUnit.SECONDS);
    var unused = resources.shutdown(0, STOP_SECONDS, TimeUnit.SECONDS);
  }

  /** Why something failed, in one line. */
  public static String reason(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null || message.isBlank()
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("?");
  }
}
