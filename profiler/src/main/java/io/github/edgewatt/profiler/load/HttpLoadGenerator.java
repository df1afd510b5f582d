package io.github.edgewatt.profiler.load;

/**
 * Sends open-loop load over HTTP/1.1.
 *
 * <p>The pacer runs on the thread that calls {@link #run}; answers arrive on one more thread.
 * Connections are opened before a plan starts and closed when it ends. Not for several plans at the
 * same time: a second caller waits.
 *
 * <p>A request is never sent twice, but for one case: a kept connection that the server had closed
 * while it was idle; then it goes once more on a fresh one, its time still counted from when it was
 * due.
 */
public final class HttpLoadGenerator implements LoadGenerator {
  private final PaceClock clock;
  private final HttpTransport transport;

  public HttpLoadGenerator() {
    this(LoadOptions.defaults());
  }

  public HttpLoadGenerator(LoadOptions options) {
    clock = new SystemPaceClock(options.spinNanos());
    transport = new HttpTransport(options);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when a target cannot be called: an address that is not {@code
   *     http://}, a method or media type that would break the request's head
   */
  @Override
  public synchronized LoadResult run(LoadPlan plan) throws InterruptedException {
    TimerSlack slack = TimerSlack.shorten();
    try {
      transport.open(plan.targets());
      return new Pacer(plan, transport, clock).run();
    } finally {
      transport.closeConnections();
      slack.restore();
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
