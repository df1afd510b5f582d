package io.github.edgewatt.profiler.load;

import java.util.List;

/** Carries requests. Called by the pacer alone; no call but {@link #open} may block. */
interface LoadTransport {

  /** Opens connections ahead to each target; returns when they are open or were refused. */
  void open(List<LoadTarget> targets) throws InterruptedException;

  /** Sends one request, or fails it. Tells the exchange of all that follows, from any thread. */
  void send(Exchange exchange);

  /** Gives up an exchange that has ended without an answer. */
  void abort(Exchange exchange);

  /**
   * Asks the thread that receives answers for a sign of life, given by {@link
   * PauseWatch#answered()}.
   *
   * @return false when there is nothing to ask
   */
  boolean ping(PauseWatch watch);

  /** Closes this plan's connections; exchanges still open are left as they are. */
  void closeConnections();
}
