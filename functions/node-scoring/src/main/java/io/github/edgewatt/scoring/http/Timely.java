package io.github.edgewatt.scoring.http;

import io.github.edgewatt.scoring.BadInputException;
import io.github.edgewatt.service.Answers;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Answers calls by a deadline, counted from when the call was read. */
final class Timely {
  private static final Logger LOG = Logger.getLogger(Timely.class);
  private static final int SMALL_BYTES = 64 << 10;

  private final String name;
  private final Workers workers;
  private final Duration deadline;
  private final Meters meters;
  private final Seldom seldom = new Seldom(Duration.ofSeconds(10), System::nanoTime);

  /**
   * Answers a kind of call.
   *
   * @param name of the kind, for metrics and the log
   * @param deadline after which a call is answered with {@link Work#instead}
   */
  Timely(String name, Workers workers, Duration deadline, Meters meters) {
    this.name = name;
    this.workers = workers;
    this.deadline = deadline;
    this.meters = meters;
  }

  /** Answers one call; to be called by its event loop. */
  void answer(RoutingContext context, Work work) {
    new Call(context, work).begin();
  }

  /** One call. Its fields but {@code answered} are the event loop's. */
  private final class Call {
    private final RoutingContext context;
    private final Work work;
    private final Vertx vertx;
    private final Context eventLoop;
    private final long begun = System.nanoTime();
    private final AtomicBoolean answered = new AtomicBoolean();
    private long timer;
    private Future<?> task;

    Call(RoutingContext context, Work work) {
      this.context = context;
      this.work = work;
      this.vertx = context.vertx();
      this.eventLoop = vertx.getOrCreateContext();
    }

    void begin() {
      try {
        task = workers.submit(this::run);
      } catch (RejectedExecutionException e) {
        if (seldom.now()) {
          LOG.warnf("/%s: too many calls wait, answering without looking", name);
        }
        sendInstead(Outcome.BUSY);
        return;
      }
      timer = vertx.setTimer(Math.max(1, deadline.toMillis()), id -> late());
    }

    /** A worker's part. */
    private void run() {
      if (answered.get()) {
        return;
      }
      Outcome outcome = Outcome.ANSWERED;
      Reply reply;
      try {
        reply = work.answer();
      } catch (BadInputException e) {
        outcome = Outcome.REFUSED;
        reply = Reply.error(400, e.getMessage());
      } catch (Throwable e) {
        if (answered.get()) {
          return;
        }
        if (seldom.now()) {
          LOG.errorf(e, "/%s failed, answering without it", name);
        }
        outcome = Outcome.FAILED;
        reply = insteadOf();
      }
      Outcome how = outcome;
      Reply what = reply;
      eventLoop.runOnContext(
          x -> {
            vertx.cancelTimer(timer);
            send(how, what);
          });
    }

    private void late() {
      if (!answered.get()) {
        task.cancel(true);
        if (seldom.now()) {
          LOG.warnf("/%s took over %d ms, answering without it", name, deadline.toMillis());
        }
        sendInstead(Outcome.LATE);
      }
    }

    /** Reads a large call elsewhere: up to 16 MB would keep the other calls waiting. */
    private void sendInstead(Outcome outcome) {
      if (context.body().length() <= SMALL_BYTES) {
        send(outcome, insteadOf());
      } else {
        vertx
            .executeBlocking(this::insteadOf, false)
            .otherwise(refused -> insteadOf())
            .onSuccess(reply -> send(outcome, reply));
      }
    }

    private Reply insteadOf() {
      try {
        return work.instead();
      } catch (BadInputException e) {
        return Reply.error(400, e.getMessage());
      } catch (RuntimeException | StackOverflowError e) {
        LOG.errorf(e, "/%s has no answer", name);
        return Reply.error(500, "failed: " + e.getClass().getSimpleName());
      }
    }

    private void send(Outcome wanted, Reply reply) {
      Outcome outcome = reply.status() == 400 ? Outcome.REFUSED : wanted;
      if (answered.compareAndSet(false, true)) {
        Answers.json(context.response(), reply.status(), Buffer.buffer(reply.body()));
        meters.answered(name, outcome, System.nanoTime() - begun);
      }
    }
  }
}
