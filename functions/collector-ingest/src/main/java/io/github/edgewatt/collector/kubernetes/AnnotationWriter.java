package io.github.edgewatt.collector.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.github.edgewatt.collector.window.Nodes;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A thread that keeps nodes' annotations up to date until it is closed. */
public final class AnnotationWriter implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(AnnotationWriter.class);

  /** New nodes and retries are looked for this often. */
  private static final long LOOK_MILLIS = 250;

  private final Synchronizer synchronizer;
  private final NodeAnnotations api;
  private final SyncSettings settings;
  private final CountDownLatch told = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "annotations");

  private AnnotationWriter(Synchronizer synchronizer, NodeAnnotations api, SyncSettings settings) {
    this.synchronizer = synchronizer;
    this.api = api;
    this.settings = settings;
  }

  /** Starts to write; that the API server answers is not needed for it. */
  public static AnnotationWriter start(Nodes nodes, Config config, SyncSettings settings) {
    NodeAnnotations api = new KubernetesNodes(config);
    Backoff backoff =
        new Backoff(settings.interval(), () -> ThreadLocalRandom.current().nextDouble());
    Synchronizer synchronizer =
        new Synchronizer(nodes, api, settings, Clock.systemUTC(), System::nanoTime, backoff);
    AnnotationWriter writer = new AnnotationWriter(synchronizer, api, settings);
    writer.thread.setDaemon(true);
    writer.thread.start();
    return writer;
  }

  /** How it stands with a node. */
  public SyncStatus status(String node) {
    return synchronizer.status(node);
  }

  /** Nodes written so far. */
  public long writes() {
    return synchronizer.writes();
  }

  /** Requests failed so far. */
  public long failures() {
    return synchronizer.failures();
  }

  private void run() {
    try {
      while (!told.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          synchronizer.pass(() -> told.getCount() == 0);
        } catch (RuntimeException e) {
          // A defect must not end the writing for good: the next pass tries again.
          LOG.error("a pass over the nodes failed", e);
        }
      }
    } catch (InterruptedException e) {
      // Told to end in the middle of a request.
      LOG.debug("interrupted", e);
    }
    try {
      int left = synchronizer.flush();
      if (left > 0) {
        LOG.warnf("%d nodes could not be written within %s", left, settings.flush());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what has changed, in bounded time, and ends. */
  @Override
  public void close() {
    told.countDown();
    try {
      // A request that hangs is given as long as any other.
      thread.join(settings.deadline().plus(settings.flush()).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    api.close();
  }
}
