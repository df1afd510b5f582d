package io.github.edgewatt.weights.wiring;

import io.github.edgewatt.cluster.live.LiveCluster;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.sources.Sources;
import io.github.edgewatt.steering.events.RedisEvents;
import io.github.edgewatt.steering.loop.Rounds;
import io.github.edgewatt.weights.daemon.EventListener;
import io.github.edgewatt.weights.daemon.InfluxListener;
import io.github.edgewatt.weights.daemon.Listener;
import io.github.edgewatt.weights.daemon.Recorder;
import io.github.edgewatt.weights.daemon.Surroundings;
import io.github.edgewatt.weights.daemon.WeightRounds;
import io.github.edgewatt.weights.etcd.Etcd;
import io.github.edgewatt.weights.etcd.EtcdLeadership;
import io.github.edgewatt.weights.etcd.Fence;
import io.github.edgewatt.weights.etcd.KeyRule;
import io.github.edgewatt.weights.etcd.WeightStore;
import io.github.edgewatt.weights.etcd.Written;
import io.github.edgewatt.weights.influx.InfluxSettings;
import io.github.edgewatt.weights.influx.InfluxWriter;
import io.github.edgewatt.weights.influx.RoundLines;
import io.github.edgewatt.weights.policy.ZoneWeights;
import io.github.edgewatt.weights.settings.WeightSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process's rounds and all they stand on. Starts with etcd and Redis away, too. */
final class Daemon implements Surroundings, AutoCloseable {
  private static final String REDIS_AWAY = "Redis at ";

  private final Duration lookback;
  private final LiveCluster view;
  private final Sources sources;
  private final RedisEvents events;
  private final Optional<InfluxWriter> influx;
  private final Etcd etcd;
  private final EtcdLeadership leadership;
  private final WeightStore store;
  private final WeightRounds work;
  private final Rounds rounds;

  private Daemon(Plan plan, Clock clock) {
    WeightSettings settings = plan.settings();
    lookback = settings.lookback();
    // First: it alone can be refused.
    Optional<Recorder> recorder = settings.record().map(Recorder::new);
    view = new LiveCluster(plan.live(), clock);
    sources = Sources.start(plan.environment(), view, clock);
    events = RedisEvents.open(plan.redis());
    influx = settings.influx().map(InfluxWriter::start);
    etcd = new Etcd(settings.etcd());
    leadership =
        etcd.election(
            settings.electionKey(), ProcessName.make(), settings.lease(), System::nanoTime);
    store = etcd.weights();
    List<Listener> listeners = new ArrayList<>();
    listeners.add(new EventListener(events, clock));
    influx.ifPresent(
        writer ->
            listeners.add(
                new InfluxListener(
                    new RoundLines(settings.influx().map(InfluxSettings::bucket).orElse("")),
                    writer::offer,
                    clock)));
    recorder.ifPresent(listeners::add);
    work = new WeightRounds(this, plan.decider(), settings.zones(), listeners, clock);
    rounds = new Rounds("weights", leadership, work, clock);
  }

  static Daemon start(Plan plan, Clock clock) {
    Daemon daemon = new Daemon(plan, clock);
    daemon.leadership.start();
    daemon.rounds.start(plan.settings().interval());
    return daemon;
  }

  @Override
  public Snapshot snapshot(Instant at) {
    return view.snapshot(at, lookback);
  }

  @Override
  public Optional<String> missing() {
    return sources.missing().stream().findFirst();
  }

  /** Of sources only: events wait until they can be published, and nothing waits for them. */
  @Override
  public Optional<String> waiting() {
    return sources.problems().stream().filter(one -> one.startsWith(REDIS_AWAY)).findFirst();
  }

  @Override
  public boolean listed() {
    return sources.names().contains("kubernetes");
  }

  @Override
  public Optional<Fence> fence() {
    return leadership.fence();
  }

  @Override
  public Written write(Fence fence, List<ZoneWeights> weights, KeyRule rule) {
    return store.write(fence, weights, rule);
  }

  /** Why this process cannot do its work now; empty where it can. */
  Optional<String> unready() {
    return missing().or(leadership::problem).or(this::waiting);
  }

  /** What is wrong now, one line each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    leadership.problem().ifPresent(problems::add);
    problems.addAll(sources.problems());
    problems.addAll(events.problems());
    influx.flatMap(InfluxWriter::problem).ifPresent(problems::add);
    return problems;
  }

  LiveCluster view() {
    return view;
  }

  RedisEvents events() {
    return events;
  }

  Optional<InfluxWriter> influx() {
    return influx;
  }

  EtcdLeadership leadership() {
    return leadership;
  }

  WeightRounds work() {
    return work;
  }

  Rounds.Report report() {
    return rounds.report();
  }

  /** No more rounds; the lead is given back, what waits is sent. */
  @Override
  public void close() {
    rounds.close();
    leadership.close();
    sources.close();
    events.close();
    influx.ifPresent(InfluxWriter::close);
    etcd.close();
  }
}
