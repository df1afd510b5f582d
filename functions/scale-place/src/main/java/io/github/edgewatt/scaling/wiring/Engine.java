package io.github.edgewatt.scaling.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.live.LiveCluster;
import io.github.edgewatt.cluster.live.LiveOptions;
import io.github.edgewatt.cluster.redis.RedisSettings;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.sources.Sources;
import io.github.edgewatt.forecaster.curve.PowerCurves;
import io.github.edgewatt.scaling.apply.Applier;
import io.github.edgewatt.scaling.apply.DryRun;
import io.github.edgewatt.scaling.apply.KubernetesApplier;
import io.github.edgewatt.scaling.apply.Orders;
import io.github.edgewatt.scaling.daemon.RoundFiles;
import io.github.edgewatt.scaling.daemon.RoundOptions;
import io.github.edgewatt.scaling.daemon.RoundParts;
import io.github.edgewatt.scaling.daemon.RoundResult;
import io.github.edgewatt.scaling.daemon.ScalingRound;
import io.github.edgewatt.scaling.daemon.Watch;
import io.github.edgewatt.scaling.funqy.Decider;
import io.github.edgewatt.scaling.lead.LeaseLeadership;
import io.github.edgewatt.scaling.settings.ProgramSettings;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.steering.energy.EstimatedEnergy;
import io.github.edgewatt.steering.events.RedisEvents;
import io.github.edgewatt.steering.loop.Leadership;
import io.github.edgewatt.steering.loop.Rounds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** All parts of one process, running. */
public final class Engine implements AutoCloseable {
  private static final long LOOK_MILLIS = 250;

  private final Plan plan;
  private final Clock clock = Clock.systemUTC();
  private final LiveCluster live;
  private final Sources sources;
  private final RedisEvents events;
  private final Optional<KubernetesClient> client;
  private final Leadership leadership;
  private final Orders orders;
  private final Watch watch;
  private final ScheduledExecutorService looks;
  private final ScalingRound round;
  private final Rounds rounds;

  private Engine(Plan plan) {
    this.plan = plan;
    ProgramSettings settings = plan.settings();
    live = new LiveCluster(LiveOptions.of(plan.environment()), clock);
    sources = Sources.start(plan.environment(), live, clock);
    events = RedisEvents.open(RedisSettings.of(plan.environment()));
    client =
        plan.kubernetes() ? Optional.of(Kubernetes.client(settings.lease())) : Optional.empty();
    leadership =
        client
            .map(one -> Kubernetes.leadership(one, settings.lease(), clock))
            .orElse(Leadership.ALONE);
    orders = new Orders(applier(), leadership, settings.threads(), settings.deadline());
    watch = new Watch(this::lacks, plan.lookback(), clock);
    looks =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "watch");
              thread.setDaemon(true);
              return thread;
            });
    round =
        new ScalingRound(
            new RoundParts(
                watch::missing,
                at -> live.snapshot(at, plan.lookback()),
                energy(plan.curves()),
                plan.policy(),
                orders,
                events,
                record(plan)),
            new RoundOptions(
                settings.lease().identity(),
                settings.interval(),
                settings.dryRun(),
                settings.mostReadings()),
            clock);
    rounds = new Rounds("scaling", leadership, round, clock);
  }

  /** Starts everything and returns at once; the cluster is read meanwhile. */
  static Engine start(Plan plan) {
    Engine engine = new Engine(plan);
    // Rounds are too far apart to see every outage, and one that does not lead does none.
    var unused =
        engine.looks.scheduleWithFixedDelay(
            engine.watch::missing, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    engine.rounds.start(plan.settings().interval());
    return engine;
  }

  /**
   * Refuses what cannot be used before anything starts.
   *
   * @throws IllegalArgumentException one line
   */
  public static ProgramSettings check() {
    Plan plan = Plan.of(System.getenv());
    plan.check();
    return plan.settings();
  }

  /**
   * What decides, without a cluster.
   *
   * @throws IllegalArgumentException one line where the environment cannot be used
   */
  public static Decider decider() {
    return decider(Plan.of(System.getenv()));
  }

  static Decider decider(Plan plan) {
    return new Decider(plan.policy(), energy(plan.curves()), plan.settings().mostReadings());
  }

  private Applier applier() {
    return plan.settings().dryRun() || client.isEmpty()
        ? new DryRun()
        : new KubernetesApplier(client.get(), leadership::leading);
  }

  private static Consumer<RoundResult> record(Plan plan) {
    return plan.settings()
        .record()
        .<Consumer<RoundResult>>map(
            folder -> new RoundFiles(folder, plan.policy().name(), plan.settings().mostRecords()))
        .orElse(result -> {});
  }

  private static Function<SnapshotIndex, EnergyPerRequest> energy(PowerCurves curves) {
    return index -> EstimatedEnergy.of(index, curves);
  }

  /** Why the view of the cluster may not be decided by now; empty where it may. */
  public Optional<String> incomplete() {
    return watch.missing();
  }

  private Optional<String> lacks() {
    return missing().or(() -> redisAway(sources.names(), sources.problems()));
  }

  /**
   * What is published while Redis is away is never heard of: no requests are seen then. Where it is
   * no source, only events wait for it.
   */
  static Optional<String> redisAway(List<String> names, List<String> problems) {
    return names.contains("redis")
        ? problems.stream().filter(line -> line.startsWith("Redis at ")).findFirst()
        : Optional.empty();
  }

  /** What is wrong now, one line each. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(sources.problems());
    problems.addAll(events.problems());
    if (leadership instanceof LeaseLeadership lease) {
      lease.problem().ifPresent(problems::add);
    }
    return problems;
  }

  /** What has never been read. */
  Optional<String> missing() {
    return sources.missing().stream().findFirst();
  }

  /** The name of the policy. */
  public String policy() {
    return plan.policy().name();
  }

  /** Whether decisions are published only. */
  public boolean dryRun() {
    return plan.settings().dryRun();
  }

  /** What is seen now. */
  public Snapshot snapshot() {
    return live.snapshot(clock.instant(), plan.lookback());
  }

  public LiveCluster live() {
    return live;
  }

  public Leadership leadership() {
    return leadership;
  }

  public ScalingRound round() {
    return round;
  }

  /** What rounds did. */
  public Rounds.Report report() {
    return rounds.report();
  }

  RedisEvents events() {
    return events;
  }

  @Override
  public void close() {
    rounds.close();
    looks.shutdownNow();
    orders.close();
    leadership.close();
    sources.close();
    events.close();
    client.ifPresent(KubernetesClient::close);
  }
}
