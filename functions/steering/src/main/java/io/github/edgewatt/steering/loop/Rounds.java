package io.github.edgewatt.steering.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a round of work at a fixed pace on a thread of its own, while this process leads. A round
 * that fails is told of and the next one goes on; a round that takes longer than the pace makes the
 * next ones late, never two at once.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final long STOP_SECONDS = 5;

  private final Leadership leadership;
  private final Runnable round;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor executor;
  private volatile Report report = Report.NONE;

  /**
   * @param leadership stays the caller's to close, after this
   * @param round one round; ends by itself
   */
  public Rounds(String name, Leadership leadership, Runnable round, Clock clock) {
    this.leadership = Objects.requireNonNull(leadership, "leadership is null");
    this.round = Objects.requireNonNull(round, "round is null");
    this.clock = clock;
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Does the first round now and one every {@code interval} from then on; those whose time passed
   * while a round took longer, or the machine slept, are left out.
   */
  public void start(Duration interval) {
    long first = System.nanoTime();
    executor.execute(() -> paced(first, interval.toNanos()));
  }

  private void paced(long first, long every) {
    once();
    try {
      var unused =
          executor.schedule(
              () -> paced(first, every),
              untilNext(System.nanoTime() - first, every),
              TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // Closed meanwhile.
    }
  }

  /** How long until the next round's time, all passed ones left out; more than 0. */
  static long untilNext(long since, long every) {
    return every - since % every;
  }

  /** Does one round on the caller's thread, if this process leads; as the thread would. */
  void once() {
    Report before = report;
    Instant began = clock.instant();
    long nanos = System.nanoTime();
    Optional<String> failure = Optional.empty();
    try {
      if (!leadership.leading()) {
        report =
            new Report(before.done, before.failed, before.last, before.took, before.failure, false);
        return;
      }
      round.run();
    } catch (RuntimeException | Error e) {
      // An error too: whatever leaves this method ends the pace for good.
      failure = Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
      LOG.warn("this round failed, the next one goes on: {}", failure.get(), e);
    }
    report =
        new Report(
            before.done + 1,
            before.failed + (failure.isPresent() ? 1 : 0),
            Optional.of(began),
            Duration.ofNanos(System.nanoTime() - nanos),
            failure,
            true);
  }

  /** What happened so far. */
  public Report report() {
    return report;
  }

  /** No new rounds; one that is being done has 5 s to end. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What rounds did.
   *
   * @param done rounds done, failed ones too
   * @param failed those that failed
   * @param last when the last one began
   * @param took how long it took
   * @param failure why the last one failed; empty where it did not
   * @param led whether this process led when it was last looked
   */
  public record Report(
      long done,
      long failed,
      Optional<Instant> last,
      Duration took,
      Optional<String> failure,
      boolean led) {
    /** Before the first round. */
    public static final Report NONE =
        new Report(0, 0, Optional.empty(), Duration.ZERO, Optional.empty(), false);
  }
}
