package io.github.edgewatt.scoring.power.cache;

import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Feature;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A source that is asked: whether it may be, and what it is being asked. Equal to itself only. */
final class AskedSource {
  /** A point of the grid. */
  record Spot(Row row, int step) {}

  private final PowerSource source;
  private final PredictorOptions options;
  private final Set<Feature> features;
  private final Breaker breaker;
  private final ConcurrentMap<Spot, Flight> underWay = new ConcurrentHashMap<>();

  AskedSource(PowerSource source, PredictorOptions options) {
    this.source = source;
    this.options = options;
    this.features = EnumSet.noneOf(Feature.class);
    this.features.addAll(source.features());
    this.breaker = new Breaker(options.failuresToPause(), options.pause().toNanos());
  }

  PowerSource source() {
    return source;
  }

  PredictorOptions options() {
    return options;
  }

  boolean asks(Feature feature) {
    return features.contains(feature);
  }

  Breaker breaker() {
    return breaker;
  }

  /** What it is being asked, each point by one batch only. */
  ConcurrentMap<Spot, Flight> underWay() {
    return underWay;
  }

  /** For a line to the user: the model and where it is. */
  String shown() {
    return source.name() + " at " + source.host() + ":" + source.port();
  }
}
