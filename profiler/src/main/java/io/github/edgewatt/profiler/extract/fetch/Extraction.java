package io.github.edgewatt.profiler.extract.fetch;

import io.github.edgewatt.profiler.extract.Metric;
import io.github.edgewatt.profiler.extract.Outcome;
import io.github.edgewatt.profiler.extract.Outcome.Failure;
import io.github.edgewatt.profiler.extract.Segment;
import io.github.edgewatt.profiler.extract.Snapshot;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Fetches what a snapshot lacks, a few requests at once, and hands on each metric that is whole.
 * Runs once.
 */
public final class Extraction {
  private static final long END_SECONDS = 15;

  private final Snapshot snapshot;
  private final Consumer consumer;
  private final Listener listener;
  private final Tally tally;
  private final List<Asker> askers = new ArrayList<>();
  private final ExecutorService threads;
  private volatile boolean stopped;

  /**
   * @param clients one of each of the plan's servers
   * @param most requests at once
   */
  public Extraction(
      Snapshot snapshot,
      List<PrometheusClient> clients,
      int most,
      Consumer consumer,
      Listener listener) {
    this.snapshot = snapshot;
    this.consumer = consumer;
    this.listener = listener;
    this.tally = new Tally(listener);
    clients.forEach(client -> askers.add(new Asker(client, tally)));
    this.threads = Executors.newFixedThreadPool(most, task -> new Thread(task, "extract"));
  }

  /** Makes {@link #run} return soon, from any thread; what is there stays. */
  public void stop() {
    stopped = true;
    for (Runnable waiting : threads.shutdownNow()) {
      // What never starts never ends either, unless it is told to.
      if (waiting instanceof Future<?> future) {
        future.cancel(false);
      }
    }
  }

  /**
   * Fetches.
   *
   * @throws IOException where files cannot be written
   */
  public Outcome run() throws IOException, InterruptedException {
    List<Metric> metrics = snapshot.plan().metrics();
    Todo todo = Todo.of(snapshot, metrics, consumer);
    listener.begins(todo.segments());
    List<Future<?>> working = new ArrayList<>();
    try {
      for (Todo.Item item : todo.items()) {
        working.add(threads.submit(() -> work(item)));
      }
      for (Future<?> one : working) {
        one.get();
      }
    } catch (RejectedExecutionException | CancellationException e) {
      stopped = true;
    } catch (ExecutionException e) {
      if (!stopped) {
        throw ours(e.getCause());
      }
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }
    return tally.outcome(metrics.size(), stopped);
  }

  private static IOException ours(Throwable cause) {
    if (cause instanceof UncheckedIOException unchecked) {
      return new IOException(unchecked.getMessage(), unchecked);
    }
    return cause instanceof IOException io ? io : new IOException(String.valueOf(cause), cause);
  }

  private Void work(Todo.Item item) throws IOException, InterruptedException {
    Metric metric = item.metric();
    if (item.segment().isPresent()) {
      item.whole().ended(fetch(metric, item.segment().get()));
    }
    if (item.whole().isComplete()) {
      synchronized (consumer) {
        take(metric);
      }
    }
    return null;
  }

  private boolean fetch(Metric metric, Segment segment) throws IOException, InterruptedException {
    Asker asker = askers.get(metric.server());
    long bytes = 0;
    try {
      if (asker.isBlown()) {
        fail(metric, segment, "not asked: its server failed ten times in a row");
        return false;
      }
      bytes = asker.fetch(metric, segment, snapshot.folder(metric));
      return true;
    } catch (PrometheusException e) {
      fail(metric, segment, e.getMessage());
      return false;
    } finally {
      listener.fetched(metric.name(), bytes);
    }
  }

  private void take(Metric metric) throws IOException {
    if (stopped) {
      return;
    }
    try {
      consumer.take(metric);
    } catch (BadAnswerException e) {
      fail(metric, e.segment(), e.getMessage());
    }
  }

  private void fail(Metric metric, Segment segment, String reason) {
    tally.failed(new Failure(metric.name(), segment.start(), segment.end(), reason));
  }
}
