package openfaas.entrypoint;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer. The server hands over a whole exchange, so one too many cannot simply be
 * rejected: it is run at once by the caller's thread, marked to be refused.
 */
final class Pool implements Executor {
  private final ThreadLocal<Boolean> tooMany = ThreadLocal.withInitial(() -> false);
  private final ThreadPoolExecutor threads;

  Pool(int size, int queue) {
    threads =
        new ThreadPoolExecutor(
            size, size, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), this::refuse);
  }

  /** Whether the exchange this thread works on is to be refused. */
  boolean refusing() {
    return tooMany.get();
  }

  @Override
  public void execute(Runnable exchange) {
    threads.execute(exchange);
  }

  void stop() {
    threads.shutdownNow();
  }

  private void refuse(Runnable exchange, ThreadPoolExecutor full) {
    tooMany.set(true);
    try {
      exchange.run();
    } finally {
      tooMany.remove();
    }
  }
}
