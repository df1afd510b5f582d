package io.github.edgewatt.scaling.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.scaling.daemon.RoundCounts;
import io.github.edgewatt.scaling.daemon.RoundResult;
import io.github.edgewatt.scaling.json.OutcomeJson;
import io.github.edgewatt.scaling.json.RoundJson;
import io.github.edgewatt.scaling.wiring.Daemon;
import io.github.edgewatt.scaling.wiring.Engine;
import io.github.edgewatt.steering.loop.Rounds;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** What the daemon sees and does, as JSON. */
@Singleton
class State {
  private static final double NANOS = 1e9;
  private static final int MOST_READINGS = 200;

  private final Daemon daemon;

  @Inject
  State(Daemon daemon) {
    this.daemon = daemon;
  }

  /** What it does: who leads, what is missing, the last round and what was done in all. */
  Buffer summary() {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.put("policy", daemon.policy()).put("daemon", daemon.engine().isPresent());
    daemon.engine().ifPresent(engine -> add(state, engine));
    return Buffer.buffer(state.toString());
  }

  private static void add(ObjectNode state, Engine engine) {
    state.put("dryRun", engine.dryRun());
    state.put("leading", engine.leadership().leading());
    state.put("leader", engine.leadership().leader().orElse(null));
    state.put("waiting", engine.round().waiting().or(engine::incomplete).orElse(null));
    var problems = state.putArray("problems");
    engine.problems().forEach(problems::add);
    rounds(state.putObject("rounds"), engine);
    Optional<RoundResult> last = engine.round().last();
    if (last.isPresent()) {
      RoundResult round = last.get();
      ObjectNode told = state.putObject("lastRound");
      told.put("at", round.snapshot().at().toString());
      told.put("pods", round.snapshot().pods().size());
      told.put("nodes", round.snapshot().nodes().size());
      told.put("traces", round.snapshot().traces().size());
      told.set("outcome", OutcomeJson.of(engine.policy(), round.outcome(), MOST_READINGS));
      told.set("applied", RoundJson.of(round.applied()));
    }
    ObjectNode kept = state.putObject("kept");
    engine.live().kept().forEach(kept::put);
    ObjectNode dropped = state.putObject("dropped");
    engine.live().dropped().forEach(dropped::put);
  }

  private static void rounds(ObjectNode into, Engine engine) {
    Rounds.Report report = engine.report();
    RoundCounts counts = engine.round().counts();
    into.put("done", report.done()).put("failed", report.failed());
    into.put("last", report.last().map(String::valueOf).orElse(null));
    into.put("tookSeconds", report.took().toNanos() / NANOS);
    into.put("failure", report.failure().orElse(null));
    into.put("skipped", counts.skipped()).put("created", counts.created());
    into.put("removed", counts.removed()).put("notCarriedOut", counts.failed());
  }

  /** What it sees now; empty where it does not look. */
  Optional<Buffer> snapshot() throws IOException {
    if (daemon.engine().isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotJson.write(daemon.engine().get().snapshot(), out);
    return Optional.of(Buffer.buffer(out.toByteArray()));
  }
}
