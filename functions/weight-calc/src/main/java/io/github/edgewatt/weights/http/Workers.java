package io.github.edgewatt.weights.http;

import io.github.edgewatt.service.Answers;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Threads that answer what takes long, behind a short queue: bodies may be large. */
@Singleton
class Workers {
  private static final Logger LOG = Logger.getLogger(Workers.class);
  private static final int THREADS = 2;
  private static final int WAITING = 8;

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
  interface Work {
    Reply reply() throws IOException;
  }

  /** Has {@code work} done soon, or says 503. */
  void answer(RoutingContext context, Work work) {
    Context eventLoop = context.vertx().getOrCreateContext();
    try {
      pool.execute(
          () -> {
            Reply reply = reply(work);
            eventLoop.runOnContext(
                ignored -> Answers.json(context.response(), reply.status(), reply.body()));
          });
    } catch (RejectedExecutionException e) {
      Answers.error(context.response(), 503, WAITING + " calls are waiting already: ask later");
    }
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
