package io.github.edgewatt.scoring.climate;

import io.github.edgewatt.cluster.Node;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads the ipmi_exporter page of each node now and then, and answers from memory. A node that does
 * not answer keeps its old readings with their time, and is asked more rarely; one that is gone is
 * forgotten. Nodes are read at times of their own, so the network sees no bursts.
 */
public final class IpmiPoller implements ClimateView, AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final double JITTER = 0.1;
  private static final int MOST_DOUBLINGS = 20;

  private final PollerOptions options;
  private final Supplier<Collection<Node>> nodes;
  private final Pages pages;
  private final Clock clock;
  private final LongSupplier ticker;
  private final DoubleSupplier random;
  private final Map<String, Station> stations = new ConcurrentHashMap<>();
  private final PriorityBlockingQueue<Station> queue = new PriorityBlockingQueue<>();
  private final AtomicInteger reading = new AtomicInteger();
  private final AtomicBoolean choosing = new AtomicBoolean();
  private AutoCloseable connections = () -> {};

  IpmiPoller(
      PollerOptions options,
      Supplier<Collection<Node>> nodes,
      Pages pages,
      Clock clock,
      LongSupplier ticker,
      DoubleSupplier random) {
    this.options = options;
    this.nodes = nodes;
    this.pages = pages;
    this.clock = clock;
    this.ticker = ticker;
    this.random = random;
  }

  /**
   * Begins to read.
   *
   * @param nodes those to read at this moment; asked twice a second, from memory
   */
  public static IpmiPoller start(PollerOptions options, Supplier<Collection<Node>> nodes) {
    HttpPages pages = new HttpPages(options.port(), options.mostAtOnce(), options.timeout());
    IpmiPoller poller =
        new IpmiPoller(options, nodes, pages, Clock.systemUTC(), System::nanoTime, Math::random);
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, "ipmi-poller");
              daemon.setDaemon(true);
              return daemon;
            });
    Future<?> unused =
        thread.scheduleWithFixedDelay(
            poller::lookSafely, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    poller.connections =
        () -> {
          thread.shutdownNow();
          pages.close();
        };
    return poller;
  }

  @Override
  public Optional<Climate> of(String node) {
    Station station = stations.get(node);
    return station == null ? Optional.empty() : station.climate();
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      // An executor drops a task that throws once; the next look is half a second away.
      System.getLogger(IpmiPoller.class.getName())
          .log(System.Logger.Level.WARNING, "cannot look after temperatures: " + e);
    }
  }

  /** Follows the nodes that there are, and asks those whose time has come. */
  void look() {
    long now = ticker.getAsLong();
    Set<String> present = new HashSet<>();
    for (Node node : nodes.get()) {
      if (!node.address().isEmpty()) {
        present.add(node.name());
        stations.compute(node.name(), (name, known) -> follow(known, node, now));
      }
    }
    stations.keySet().retainAll(present);
    readDue();
  }

  private Station follow(Station known, Node node, long now) {
    if (known != null && known.address().equals(node.address())) {
      return known;
    }
    Optional<Climate> old = known == null ? Optional.empty() : known.climate();
    Station station = new Station(node.name(), node.address(), old, now);
    queue.add(station);
    return station;
  }

  /** Begins with the longest due, a few at a time; goes on whenever one has ended. */
  private void readDue() {
    if (!choosing.compareAndSet(false, true)) {
      return;
    }
    try {
      while (reading.get() < options.mostAtOnce()) {
        Station next = queue.poll();
        if (next == null) {
          return;
        }
        if (!next.isDue(ticker.getAsLong())) {
          queue.add(next);
          return;
        }
        if (isFollowed(next)) {
          read(next);
        }
      }
    } finally {
      choosing.set(false);
    }
  }

  private boolean isFollowed(Station station) {
    return Objects.equals(stations.get(station.node()), station);
  }

  private void read(Station station) {
    reading.incrementAndGet();
    CompletableFuture<Void> unused =
        pages
            .fetch(station.address())
            .orTimeout(2 * options.timeout().toMillis(), TimeUnit.MILLISECONDS)
            .handle(
                (page, problem) ->
                    problem == null
                        ? IpmiPage.read(page, clock.instant())
                        : Optional.<Climate>empty())
            // A page that cannot be read leaves the station to be asked again too.
            .exceptionally(problem -> Optional.empty())
            .thenAccept(climate -> ended(station, climate));
  }

  private void ended(Station station, Optional<Climate> climate) {
    if (climate.isPresent()) {
      station.succeeded(climate.get());
      station.due(next(options.interval()));
    } else {
      int doublings = Math.min(MOST_DOUBLINGS, station.failed());
      Duration longer = options.interval().multipliedBy(1L << doublings);
      boolean least = longer.compareTo(options.mostInterval()) < 0;
      station.due(next(least ? longer : options.mostInterval()));
    }
    if (isFollowed(station)) {
      queue.add(station);
    }
    reading.decrementAndGet();
    readDue();
  }

  /** In {@code interval}, up to a tenth of it earlier. */
  private long next(Duration interval) {
    return ticker.getAsLong() + (long) (interval.toNanos() * (1 - JITTER * random.getAsDouble()));
  }

  /** Reads no more. */
  @Override
  public void close() {
    try {
      connections.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot end connections to exporters", e);
    }
  }
}
