package io.github.edgewatt.scoring.power.cache;

import io.github.edgewatt.scoring.power.cache.AskedSource.Spot;
import io.github.edgewatt.scoring.power.remote.ModelException;
import io.github.edgewatt.scoring.power.remote.PowerModel;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** What one caller needs of one source: points nobody asked for yet, and batches under way. */
final class Trip {
  /** A batch of this many rows of four is 130 KB. */
  static final int MOST_SPOTS = 4096;

  /** More points than this under way to one source are not worth waiting for. */
  static final int MOST_UNDER_WAY = 4 * MOST_SPOTS;

  private final AskedSource source;
  private final LongSupplier ticker;
  private final Set<Spot> wanted = new LinkedHashSet<>();
  private final Set<Spot> renewed = new LinkedHashSet<>();
  private final Set<Flight> joined = new LinkedHashSet<>();
  private String refusal = "";
  private boolean waits;

  Trip(AskedSource source, LongSupplier ticker) {
    this.source = source;
    this.ticker = ticker;
  }

  AskedSource source() {
    return source;
  }

  /** A point whose answer is missing. */
  void want(Spot spot) {
    wanted.add(spot);
  }

  /** A point whose answer is good, but not for much longer. */
  void renew(Spot spot) {
    renewed.add(spot);
  }

  /** Leaves: asks for what nobody asked for yet, as far as the source may be asked. */
  void leave(PowerModel model) {
    Breaker.Leave leave = source.breaker().leave(ticker.getAsLong());
    if (leave == Breaker.Leave.NOTHING) {
      refusal = source.breaker().why();
      return;
    }
    waits = leave == Breaker.Leave.ASK_AND_WAIT && !wanted.isEmpty();
    Flight flight = board(null, wanted, model);
    flight = board(flight, renewed, model);
    if (flight != null) {
      fly(flight, model);
    }
  }

  /**
   * Puts points into batches, each point into one only, whoever else asks for it at this moment.
   *
   * @param begun a batch with room, or null
   * @return the last batch, which has not left; null where there is none
   */
  private Flight board(Flight begun, Set<Spot> spots, PowerModel model) {
    Flight flight = begun;
    for (Spot spot : spots) {
      if (source.underWay().size() >= MOST_UNDER_WAY) {
        refusal = "it is being asked too much already";
        return flight;
      }
      if (flight == null) {
        flight = new Flight(source, ticker.getAsLong());
      }
      Flight other = source.underWay().putIfAbsent(spot, flight);
      if (other == null) {
        flight.take(spot);
      } else if (other != flight && spots == wanted) {
        joined.add(other);
      }
      if (flight.size() == MOST_SPOTS) {
        fly(flight, model);
        flight = null;
      }
    }
    return flight;
  }

  private void fly(Flight flight, PowerModel model) {
    if (flight.size() == 0) {
      return;
    }
    joined.add(flight);
    try {
      CompletableFuture<double[]> unused =
          model
              .watts(source.source(), flight.rows())
              .orTimeout(source.options().timeout().toNanos(), TimeUnit.NANOSECONDS)
              .whenComplete(
                  (watts, problem) -> {
                    if (problem == null) {
                      flight.bring(watts, ticker.getAsLong());
                    } else {
                      flight.fail(why(problem), ticker.getAsLong());
                    }
                  });
    } catch (RuntimeException e) {
      flight.fail(why(e), ticker.getAsLong());
    }
  }

  private static String why(Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    if (cause instanceof TimeoutException) {
      return "no answer in time";
    }
    return cause instanceof ModelException ? cause.getMessage() : String.valueOf(cause);
  }

  /** The batches worth waiting for. */
  Set<Flight> awaited() {
    return waits ? joined : Set.of();
  }

  /** Told after the wait: counts it where it was in vain. */
  void waited() {
    if (waits && joined.stream().anyMatch(flight -> !flight.landed().isDone())) {
      source.breaker().late();
    }
  }

  /** Why an answer is missing. */
  String why() {
    String told = refusal;
    for (Flight flight : joined) {
      told = told.isEmpty() ? flight.why() : told;
    }
    String reason =
        told.isEmpty()
            ? "no answer within " + source.options().deadline().toMillis() + " ms"
            : told;
    return source.shown() + ": " + reason;
  }
}
