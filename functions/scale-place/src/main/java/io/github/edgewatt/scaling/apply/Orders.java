package io.github.edgewatt.scaling.apply;

import io.github.edgewatt.steering.loop.Leadership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Has orders carried out within a deadline, several at once or one after another. What fails, or is
 * not done in time, is told of and keeps no other back.
 */
public final class Orders implements AutoCloseable {
  private final Applier applier;
  private final Leadership leadership;
  private final Duration deadline;
  private final ExecutorService pool;

  /**
   * @param leadership asked before each order: who leads no more does nothing more
   * @param threads how many at once, 1 or more
   * @param deadline for all orders of a round together
   */
  public Orders(Applier applier, Leadership leadership, int threads, Duration deadline) {
    this.applier = applier;
    this.leadership = leadership;
    this.deadline = deadline;
    pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "apply");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Carries the orders out in their order, and answers what became of each. */
  public List<Applied> apply(List<? extends Order> orders) {
    List<Future<Applied>> futures;
    try {
      futures =
          pool.invokeAll(
              orders.stream().<Callable<Applied>>map(this::task).toList(),
              deadline.toNanos(),
              TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return orders.stream().map(order -> Applied.failed(order, "interrupted")).toList();
    }
    List<Applied> applied = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      applied.add(result(orders.get(i), futures.get(i)));
    }
    return applied;
  }

  private Callable<Applied> task(Order order) {
    return () -> {
      if (!leadership.leading()) {
        return Applied.failed(order, "not done: this process leads no more");
      }
      return applier.apply(order);
    };
  }

  private Applied result(Order order, Future<Applied> future) {
    try {
      return future.get();
    } catch (CancellationException e) {
      return Applied.failed(order, "not done within " + deadline.toMillis() + " ms");
    } catch (ExecutionException e) {
      return Applied.failed(order, String.valueOf(e.getCause().getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Applied.failed(order, "interrupted");
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
