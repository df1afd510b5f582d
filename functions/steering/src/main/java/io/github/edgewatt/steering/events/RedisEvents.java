package io.github.edgewatt.steering.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.cluster.redis.RedisClients;
import io.github.edgewatt.cluster.redis.RedisSettings;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events on the channel {@code galileo/events} of a Redis, in order, from a thread of its
 * own. While Redis is away events wait; of more than can wait the oldest are dropped and counted.
 * An event whose answer was lost with its connection is sent again, so that it may arrive twice.
 */
public final class RedisEvents implements EventChannel, AutoCloseable {
  static final String CHANNEL = "galileo/events";

  private static final Logger LOG = LoggerFactory.getLogger(RedisEvents.class);
  private static final int MOST_AT_ONCE = 256;
  private static final long WAIT_MILLIS = 200;
  private static final long AGAIN_MILLIS = 500;
  private static final long STOP_SECONDS = 10;
  private static final int NANOS_PER_MICRO = 1_000;

  private final RedisSettings settings;
  private final Pending pending = new Pending();
  private final Thread sender = new Thread(this::send, "redis-events");
  private volatile boolean closing;
  private volatile Optional<String> problem = Optional.empty();

  private RedisEvents(RedisSettings settings) {
    this.settings = settings;
    sender.setDaemon(true);
  }

  /** Starts at once and returns; a Redis that is away is tried again twice a second. */
  public static RedisEvents open(RedisSettings settings) {
    RedisEvents events = new RedisEvents(settings);
    events.sender.start();
    return events;
  }

  @Override
  public void publish(Instant at, String name, ObjectNode value) {
    pending.add(line(at, name, value));
  }

  static String line(Instant at, String name, ObjectNode value) {
    if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("an event's name has no white space: '" + name + "'");
    }
    return String.format(
        Locale.ROOT,
        "%d.%06d %s %s",
        at.getEpochSecond(),
        at.getNano() / NANOS_PER_MICRO,
        name,
        value);
  }

  /** How many events were dropped since the start. */
  public long dropped() {
    return pending.dropped();
  }

  /** What is wrong now, one line each; empty where all is well. Never blocks. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    problem.ifPresent(why -> problems.add("events: Redis at " + settings + ": " + why));
    if (pending.dropped() > 0) {
      problems.add("events: " + pending.dropped() + " were dropped since the start");
    }
    return problems;
  }

  /** Sends what waits, where Redis is there, and ends; in 10 s at most. */
  @Override
  public void close() {
    closing = true;
    try {
      sender.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
      sender.interrupt();
    } catch (InterruptedException e) {
      sender.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void send() {
    RedisClient client = RedisClients.open(settings);
    try {
      StatefulRedisConnection<String, String> connection = null;
      List<String> batch = List.of();
      while (!closing || !pending.isEmpty() || !batch.isEmpty()) {
        if (batch.isEmpty()) {
          batch = pending.take(MOST_AT_ONCE, WAIT_MILLIS);
        }
        try {
          connection = connection == null ? client.connect() : connection;
          if (!batch.isEmpty()) {
            publish(connection, batch);
            batch = List.of();
          }
          recovered(connection);
        } catch (RuntimeException e) {
          failed(RedisClients.reason(e));
          if (closing) {
            break;
          }
          // One that is open and does not answer may be half of a connection: a new one tells.
          if (connection != null && connection.isOpen()) {
            var unused = connection.closeAsync();
            connection = null;
          }
          TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      // Told to end at once.
    } finally {
      var unused = Thread.interrupted();
      RedisClients.close(client);
    }
  }

  private static void publish(
      StatefulRedisConnection<String, String> connection, List<String> batch) {
    List<RedisFuture<Long>> answers = new ArrayList<>(batch.size());
    for (String line : batch) {
      answers.add(connection.async().publish(CHANNEL, line));
    }
    boolean all =
        LettuceFutures.awaitAll(RedisClients.DEADLINE, answers.toArray(RedisFuture[]::new));
    if (!all) {
      throw new IllegalStateException(
          "no answer within " + RedisClients.DEADLINE.toSeconds() + " s");
    }
  }

  private void recovered(StatefulRedisConnection<String, String> connection) {
    if (!connection.isOpen()) {
      failed("the connection is lost, connecting again");
    } else if (problem.isPresent()) {
      LOG.info("events go to Redis at {} again", settings);
      problem = Optional.empty();
    }
  }

  private void failed(String why) {
    if (problem.isEmpty()) {
      LOG.warn("events wait for Redis at {}: {}", settings, why);
    }
    problem = Optional.of(why);
  }
}
