package io.github.edgewatt.service;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Threads that answer what takes long, away from the event loop and behind a short queue: bodies
 * may be large.
 */
@Singleton
public class Workers {
  private static final Logger LOG = Logger.getLogger(Workers.class);
  private static final int THREADS = 2;
  private static final int WAITING = 8;
  private static final int QUESTIONS = THREADS + 1;

  private final Semaphore questions = new Semaphore(QUESTIONS);

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          task -> {
            Thread thread = new Thread(task, "answers");
            thread.setDaemon(true);
            return thread;
          });

  /** Works an answer out. */
  @FunctionalInterface
  public interface Work {
    Reply reply() throws IOException;
  }

  /** Has {@code work} done soon, or says 503. */
  public void answer(RoutingContext context, Work work) {
    answer(context, work, this::run);
  }

  /** Likewise for a question whose body may be 64 MB: two at once, and one that waits. */
  public void answerQuestion(RoutingContext context, Work work) {
    answer(context, work, this::question);
  }

  private static void answer(RoutingContext context, Work work, Predicate<Runnable> taker) {
    Context eventLoop = context.vertx().getOrCreateContext();
    boolean taken =
        taker.test(
            () -> {
              Reply reply = reply(work);
              eventLoop.runOnContext(
                  ignored -> Answers.json(context.response(), reply.status(), reply.body()));
            });
    if (!taken) {
      Answers.error(context.response(), 503, "too many calls are waiting already: ask later");
    }
  }

  /** Has it done soon, or returns false. */
  boolean run(Runnable task) {
    try {
      pool.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Likewise, of three at most. */
  boolean question(Runnable task) {
    if (!questions.tryAcquire()) {
      return false;
    }
    boolean taken =
        run(
            () -> {
              try {
                task.run();
              } finally {
                questions.release();
              }
            });
    if (!taken) {
      questions.release();
    }
    return taken;
  }

  private static Reply reply(Work work) {
    try {
      return work.reply();
    } catch (IOException | RuntimeException e) {
      LOG.error("a call could not be answered", e);
      return Reply.error(500, "the call could not be answered: see the log");
    }
  }

  @PreDestroy
  void stop() {
    pool.shutdown();
  }
}
