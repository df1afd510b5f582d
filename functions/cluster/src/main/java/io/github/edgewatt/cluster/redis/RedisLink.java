package io.github.edgewatt.cluster.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The two connections: one that is subscribed, one for questions. Lettuce connects both again, and
 * subscribes again, by itself; {@link #check} finds out when that has ceased to work. For one
 * thread; messages come on the client's.
 */
final class RedisLink implements AutoCloseable {
  private static final int PAGE = 500;
  private static final int MOST_NODES = 20_000;

  private final RedisClient client;
  private final Inbox inbox;
  private final AtomicBoolean connected = new AtomicBoolean();
  private StatefulRedisPubSubConnection<String, String> subscribed;
  private StatefulRedisConnection<String, String> asking;

  RedisLink(RedisSettings settings, Inbox inbox) {
    this.client = RedisClients.open(settings);
    this.inbox = inbox;
    client.addListener(
        new RedisConnectionStateListener() {
          @Override
          public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress server) {
            connected.set(true);
          }
        });
  }

  /** Whether a connection was made since this was asked last. */
  boolean reconnected() {
    return connected.getAndSet(false);
  }

  /**
   * Connects and subscribes where that was not done, and makes sure that both connections work.
   *
   * @return whether it connected just now
   * @throws io.lettuce.core.RedisException where they do not
   */
  boolean check() {
    if (subscribed != null && asking != null) {
      subscribed.sync().ping();
      asking.sync().ping();
      return false;
    }
    try {
      asking = client.connect();
      subscribed = client.connectPubSub();
      subscribed.addListener(new Listener(inbox));
      subscribed.sync().psubscribe(Messages.TELEMETRY);
      subscribed.sync().subscribe(Messages.EVENTS, Messages.TRACES);
      return true;
    } catch (RuntimeException e) {
      reset();
      throw e;
    }
  }

  /** Whether the client itself sees both connections open; no command is sent. */
  boolean open() {
    return subscribed != null && subscribed.isOpen() && asking != null && asking.isOpen();
  }

  /** All nodes' descriptions, by their keys. */
  Map<String, Map<String, String>> infos() {
    RedisCommands<String, String> redis = asking.sync();
    Map<String, Map<String, String>> infos = new HashMap<>();
    ScanArgs pages = new ScanArgs().match(NodeInfo.PREFIX + "*").limit(PAGE);
    ScanCursor at = ScanCursor.INITIAL;
    do {
      KeyScanCursor<String> page = redis.scan(at, pages);
      for (String key : page.getKeys()) {
        Map<String, String> info = infos.size() < MOST_NODES ? info(redis, key) : Map.of();
        if (!info.isEmpty()) {
          infos.put(key, info);
        }
      }
      at = page;
    } while (!at.isFinished());
    return infos;
  }

  private static Map<String, String> info(RedisCommands<String, String> redis, String key) {
    try {
      return redis.hgetall(key);
    } catch (RedisCommandExecutionException e) {
      // Some other kind of value: what is told of it is nothing.
      return Map.of();
    }
  }

  /** Gives both connections up; {@link #check} makes new ones. */
  void reset() {
    for (StatefulRedisConnection<?, ?> one : Arrays.asList(subscribed, asking)) {
      if (one != null) {
        var unused = one.closeAsync();
      }
    }
    subscribed = null;
    asking = null;
  }

  @Override
  public void close() {
    RedisClients.close(client);
  }

  private static final class Listener extends RedisPubSubAdapter<String, String> {
    private final Inbox inbox;

    Listener(Inbox inbox) {
      this.inbox = inbox;
    }

    @Override
    public void message(String channel, String message) {
      inbox.offer(channel, message);
    }

    @Override
    public void message(String pattern, String channel, String message) {
      inbox.offer(channel, message);
    }
  }
}
