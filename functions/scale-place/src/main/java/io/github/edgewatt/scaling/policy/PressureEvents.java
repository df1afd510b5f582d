package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.pressure.Pressures;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The readings of a round, made while they are iterated: those of every gateway, then those of
 * every row, {@link #MOST} in all at most.
 */
final class PressureEvents implements Iterable<Reading> {
  /** More than anybody reads of one round; a channel must not be flooded by a large cluster. */
  static final int MOST = 100_000;

  private final Pressures pressures;
  private final Replicas replicas;

  PressureEvents(Pressures pressures, Replicas replicas) {
    this.pressures = pressures;
    this.replicas = replicas;
  }

  @Override
  public Iterator<Reading> iterator() {
    int zones = pressures.index().zones().size();
    GatewayReadings gateways = new GatewayReadings(pressures);
    RowReadings rows = new RowReadings(pressures, replicas);
    Stream<Reading> ofGateways = IntStream.range(0, zones).boxed().flatMap(gateways::of);
    Stream<Reading> ofRows =
        IntStream.range(0, pressures.index().functions().size())
            .boxed()
            .flatMap(
                function ->
                    IntStream.range(0, zones).boxed().flatMap(zone -> rows.of(function, zone)));
    return Stream.concat(ofGateways, ofRows).limit(MOST).iterator();
  }
}
