package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.weights.decision.Decision;
import io.github.edgewatt.weights.etcd.Written;
import io.github.edgewatt.weights.influx.RoundLines;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands what a round saw and changed on as lines. */
public final class InfluxListener implements Listener {
  private final RoundLines lines;
  private final Consumer<List<String>> writer;
  private final Clock clock;

  /**
   * @param writer takes lines and never blocks
   */
  public InfluxListener(RoundLines lines, Consumer<List<String>> writer, Clock clock) {
    this.lines = lines;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public void round(Decision decision, Written written) {
    Instant now = clock.instant();
    List<String> all = new ArrayList<>(lines.telemetry(decision.index().snapshot()));
    for (ZoneWeights one : written.changed()) {
      String json = Events.weightUpdate(now, one).toString();
      all.add(lines.event(now, Events.WEIGHT_UPDATE, one.function(), one.zone(), json));
    }
    writer.accept(all);
  }
}
