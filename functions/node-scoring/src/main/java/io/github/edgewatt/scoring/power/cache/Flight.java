package io.github.edgewatt.scoring.power.cache;

import io.github.edgewatt.scoring.power.cache.AskedSource.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One batch on its way to a source and back. Completes normally, whatever became of it. */
final class Flight {
  private final AskedSource source;
  private final List<Spot> spots = new ArrayList<>();
  private final long startedNanos;
  private final CompletableFuture<Void> landed = new CompletableFuture<>();
  private volatile String why = "";

  Flight(AskedSource source, long startedNanos) {
    this.source = source;
    this.startedNanos = startedNanos;
  }

  /** Takes a point with it, before it leaves. */
  void take(Spot spot) {
    spots.add(spot);
  }

  int size() {
    return spots.size();
  }

  CompletableFuture<Void> landed() {
    return landed;
  }

  /** Why it brought nothing; empty where it did, or has not landed. */
  String why() {
    return why;
  }

  float[][] rows() {
    return spots.stream().map(spot -> spot.row().key().asked(spot.step())).toArray(float[][]::new);
  }

  /** The answers came. */
  void bring(double[] watts, long nowNanos) {
    if (watts.length != spots.size()) {
      fail(watts.length + " answers to " + spots.size() + " questions", nowNanos);
      return;
    }
    boolean usable = false;
    for (int i = 0; i < watts.length; i++) {
      Spot spot = spots.get(i);
      Cell cell = Cell.of(watts[i], nowNanos);
      spot.row().set(spot.step(), cell);
      usable |= cell.why().isEmpty();
      why = cell.why().isEmpty() ? why : cell.why();
    }
    if (usable) {
      long deadline = source.options().deadline().toNanos();
      source.breaker().answered(nowNanos - startedNanos <= deadline);
    } else {
      source.breaker().failed(nowNanos, why);
    }
    land();
  }

  void fail(String reason, long nowNanos) {
    why = reason;
    source.breaker().failed(nowNanos, reason);
    land();
  }

  private void land() {
    spots.forEach(spot -> source.underWay().remove(spot, this));
    landed.complete(null);
  }
}
