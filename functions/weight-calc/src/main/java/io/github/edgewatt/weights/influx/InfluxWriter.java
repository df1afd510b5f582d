package io.github.edgewatt.weights.influx;

import io.github.edgewatt.weights.influx.Sending.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lines and writes them on a thread of its own. While the database is away lines wait, up to
 * a bound; beyond it new ones are counted and dropped.
 */
public final class InfluxWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InfluxWriter.class);

  /** What InfluxDB's own guide calls the best size of a batch. */
  static final int MOST_LINES = 5_000;

  private static final int MOST_WAITING = 100_000;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final long STOP_MILLIS = 3_000;

  private final Sending sending;
  private final Pause pause;
  private final BlockingQueue<String> waiting;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong overflowed = new AtomicLong();
  private final Thread thread = new Thread(this::run, "influxdb");
  private volatile Optional<String> problem = Optional.empty();
  private volatile boolean ending;

  /** Waits; another one in tests. */
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  InfluxWriter(Sending sending, Pause pause, int mostWaiting) {
    this.sending = sending;
    this.pause = pause;
    waiting = new ArrayBlockingQueue<>(mostWaiting);
    thread.setDaemon(true);
  }

  /** Writes to the database that {@code settings} name, from now on. */
  public static InfluxWriter start(InfluxSettings settings) {
    InfluxWriter writer =
        new InfluxWriter(
            new InfluxSender(settings), time -> Thread.sleep(time.toMillis()), MOST_WAITING);
    writer.thread.start();
    return writer;
  }

  /** Takes lines; never waits. */
  public void offer(List<String> lines) {
    for (String line : lines) {
      if (!waiting.offer(line)) {
        overflowed.incrementAndGet();
      }
    }
  }

  private void run() {
    try {
      while (!ending || !waiting.isEmpty()) {
        List<String> batch = new ArrayList<>();
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_LINES - 1);
        write(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes one batch, however long it takes. */
  void write(List<String> batch) throws InterruptedException {
    Duration next = FIRST_PAUSE;
    while (true) {
      Outcome outcome = send(batch);
      if (outcome instanceof Outcome.Sent) {
        written.addAndGet(batch.size());
        told(Optional.empty());
        return;
      }
      if (outcome instanceof Outcome.Refused no) {
        refused.addAndGet(batch.size());
        told(Optional.of(no.why()));
        return;
      }
      Outcome.Later later = (Outcome.Later) outcome;
      told(Optional.of(later.why()));
      pause.of(later.after().isZero() ? next : later.after());
      next =
          next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  /** What cannot be sent at all is counted with what was refused: the thread must not end. */
  private Outcome send(List<String> batch) {
    try {
      return sending.send(batch);
    } catch (RuntimeException e) {
      return new Outcome.Refused(
          "cannot write to InfluxDB, " + batch.size() + " lines are lost: " + e.getMessage());
    }
  }

  private void told(Optional<String> why) {
    if (why.isPresent() && problem.isEmpty()) {
      LOG.warn("{}", why.get());
    }
    problem = why;
  }

  /** Lines written so far. */
  public long written() {
    return written.get();
  }

  /** Lines the database did not want. */
  public long refused() {
    return refused.get();
  }

  /** Lines dropped as too many waited. */
  public long overflowed() {
    return overflowed.get();
  }

  /** Lines that wait. */
  public int waiting() {
    return waiting.size();
  }

  /** What is wrong now, in one line; empty where the last writing worked. */
  public Optional<String> problem() {
    return problem;
  }

  /** Writes what waits if that takes no longer than 3 s, and ends. */
  @Override
  public void close() {
    ending = true;
    try {
      if (waiting.isEmpty() && thread.getState() == Thread.State.WAITING) {
        thread.interrupt();
      }
      thread.join(STOP_MILLIS);
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (sending instanceof InfluxSender sender) {
      sender.close();
    }
  }
}
