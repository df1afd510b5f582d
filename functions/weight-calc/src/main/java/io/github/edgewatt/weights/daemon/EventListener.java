package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.steering.events.EventChannel;
import io.github.edgewatt.weights.decision.Decision;
import io.github.edgewatt.weights.etcd.Written;
import java.time.Clock;
import java.time.Instant;

/** Publishes {@code weight_update} for all weights that changed. */
public final class EventListener implements Listener {
  private final EventChannel channel;
  private final Clock clock;

  /** Publishes to {@code channel}. */
  public EventListener(EventChannel channel, Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  @Override
  public void round(Decision decision, Written written) {
    Instant now = clock.instant();
    written
        .changed()
        .forEach(one -> channel.publish(now, Events.WEIGHT_UPDATE, Events.weightUpdate(now, one)));
  }
}
