package io.github.edgewatt.cluster.redis;

import io.github.edgewatt.cluster.live.ClusterSink;
import io.github.edgewatt.cluster.live.ClusterSource;
import io.github.edgewatt.cluster.objects.Directory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what telemd, its Kubernetes adapter and galileo publish in a Redis: samples of CPU use,
 * pods' events, requests' traces and nodes' descriptions. A Redis that is away, at the start or
 * later, is tried again every second; what was published meanwhile is lost, as Redis keeps none of
 * it.
 */
public final class RedisSource implements ClusterSource {
  private static final Logger LOG = LoggerFactory.getLogger(RedisSource.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final long READ_MILLIS = 200;
  private static final long STOP_SECONDS = 15;
  private static final int MOST_FAILURES = 30;

  private final RedisSettings settings;
  private final Duration infosEvery;
  private final Tally tally;
  private final Inbox inbox;
  private final Messages messages;
  private final NodeInfos nodes;
  private final Thread reader = new Thread(this::read, "redis-messages");
  private final Thread keeper = new Thread(this::keep, "redis-link");
  private int failures;
  private volatile boolean closed;
  private volatile boolean everRead;
  private volatile Optional<String> problem = Optional.empty();

  /**
   * What came of messages so far.
   *
   * @param taken read and told, or of no interest
   * @param unreadable passed over
   * @param dropped came faster than they were read, or too large
   */
  public record Counts(long taken, long unreadable, long dropped) {}

  private RedisSource(
      RedisSettings settings,
      ClusterSink sink,
      Optional<Directory> directory,
      Duration infosEvery,
      Clock clock) {
    this.settings = settings;
    this.infosEvery = infosEvery;
    tally = new Tally(clock);
    inbox = new Inbox(tally);
    nodes = new NodeInfos(directory.orElse(null), tally, clock);
    messages = new Messages(sink, directory.map(PodEvents::new).orElse(null), nodes, tally);
    reader.setDaemon(true);
    keeper.setDaemon(true);
  }

  /**
   * Starts at once and returns.
   *
   * @param directory where nodes and pods are told of; empty where another source tells of them
   * @param infosEvery how often nodes' descriptions are read again; they are at every connect
   * @param clock by which nodes fall silent
   */
  public static RedisSource start(
      RedisSettings settings,
      ClusterSink sink,
      Optional<Directory> directory,
      Duration infosEvery,
      Clock clock) {
    RedisSource source = new RedisSource(settings, sink, directory, infosEvery, clock);
    source.reader.start();
    source.keeper.start();
    return source;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Optional<String> missing() {
    return everRead ? Optional.empty() : Optional.of("nothing was read from Redis at " + settings);
  }

  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    problem.ifPresent(why -> problems.add("Redis at " + settings + ": " + why));
    problems.addAll(tally.problems());
    return problems;
  }

  /** What came of messages so far. */
  public Counts counts() {
    return tally.counts();
  }

  @Override
  public void close() {
    closed = true;
    reader.interrupt();
    keeper.interrupt();
    try {
      reader.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
      keeper.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      while (!closed) {
        inbox.poll(READ_MILLIS).ifPresent(messages::take);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    RedisLink link = new RedisLink(settings, inbox);
    try {
      long next = System.nanoTime();
      boolean well = false;
      while (!closed) {
        boolean again = link.reconnected();
        if (again || !well || !link.open() || System.nanoTime() - next >= 0) {
          well = once(link);
          next = System.nanoTime() + infosEvery.toNanos();
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      // Told to end: what is left is to close, which must not be interrupted.
    } finally {
      var unused = Thread.interrupted();
      link.close();
    }
  }

  /** Makes sure of the connections and reads descriptions; whether that worked. */
  private boolean once(RedisLink link) {
    try {
      boolean fresh = link.check();
      if (nodes.wanted()) {
        nodes.take(link.infos());
      }
      if (fresh || problem.isPresent()) {
        LOG.info("reading from Redis at {}", settings);
      }
      everRead = true;
      failures = 0;
      problem = Optional.empty();
      return true;
    } catch (RuntimeException e) {
      if (!closed) {
        failed(RedisClients.reason(e));
        failures++;
        if (link.open() || failures % MOST_FAILURES == 0) {
          // Open and without an answer, it broke without a word; long away, it may be elsewhere.
          link.reset();
        }
      }
      return false;
    }
  }

  private void failed(String why) {
    if (problem.isEmpty()) {
      LOG.warn("Redis at {}, trying again: {}", settings, why);
    }
    problem = Optional.of(why);
  }
}
