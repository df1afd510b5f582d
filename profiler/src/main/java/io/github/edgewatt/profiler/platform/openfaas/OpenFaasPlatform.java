package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionPlatform;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.FunctionStartException;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Functions behind an OpenFaaS gateway. Everything it deploys carries the run's name as a label;
 * nothing else is ever changed or removed.
 */
public final class OpenFaasPlatform implements FunctionPlatform {

  /** One that is deployed already may be busy with the rest of an overload. */
  private static final Duration STILL_ANSWERS = Duration.ofSeconds(15);

  /** Half as much again as the 7 ms that faasd's provider and the gateway were seen to take. */
  private static final double MOST_CPU_MILLIS_PER_CALL = 10;

  private final GatewayClient client;
  private final OpenFaasSettings settings;
  private final DeployOrder order;
  private final List<String> cleaned;
  private final FunctionCalls calls = new FunctionCalls();
  private final Starts starts = new Starts();
  private final Readiness readiness;
  private final Removal removal;
  private final StatusWatch watch;
  private final Map<String, FunctionStatus> ready = new LinkedHashMap<>();
  private final LastCleanup cleanup;
  private final Failures failures;

  private OpenFaasPlatform(
      GatewayClient client,
      OpenFaasSettings settings,
      GatewayClock clock,
      DeployOrder order,
      boolean kubernetes,
      List<String> cleaned) {
    this.client = client;
    this.settings = settings;
    this.order = order;
    this.cleaned = List.copyOf(cleaned);
    this.readiness = new Readiness(client, calls, clock, starts, kubernetes);
    this.removal = new Removal(client, clock, settings.goneTimeout());
    this.watch = new StatusWatch(client, clock, starts, settings.watchInterval());
    this.failures = new Failures(client, watch, starts);
    this.cleanup = new LastCleanup(client, settings.runLabel(), settings.closeTimeout());
  }

  /**
   * Takes a gateway for this run: removes what earlier runs left on it and makes sure that the
   * functions to come are nobody else's.
   *
   * @param client closed with this platform, and when this fails
   * @param functions all functions of the run
   * @throws PlatformException when the gateway cannot be used, or a function of one of these names
   *     is deployed already
   */
  public static OpenFaasPlatform open(
      GatewayClient client, OpenFaasSettings settings, List<StackFunction> functions)
      throws PlatformException, InterruptedException {
    return open(
        client,
        settings,
        GatewayClock.system(),
        DeployOrder.deploying(client, settings, functions));
  }

  /**
   * Takes a gateway for a run on functions that somebody deployed: they are called as they are, and
   * neither changed nor removed.
   */
  public static OpenFaasPlatform openDeployed(
      GatewayClient client, OpenFaasSettings settings, List<FunctionSpec> functions)
      throws PlatformException, InterruptedException {
    return open(client, settings, GatewayClock.system(), DeployOrder.asDeployed(client, functions));
  }

  static OpenFaasPlatform open(
      GatewayClient client, OpenFaasSettings settings, GatewayClock clock, DeployOrder order)
      throws PlatformException, InterruptedException {
    boolean open = false;
    try {
      GatewayInfo info = client.info();
      client.patience(settings.patience());
      List<String> cleaned =
          new Leftovers(client, settings, clock, InstantSource.system()).remove();
      order.check(client.list());
      OpenFaasPlatform platform =
          new OpenFaasPlatform(
              client, settings, clock, order, info.orchestration().equals("kubernetes"), cleaned);
      platform.cleanup.atShutdown();
      platform.watch.start();
      open = true;
      return platform;
    } finally {
      if (!open) {
        client.close();
      }
    }
  }

  @Override
  public String name() {
    return "openfaas";
  }

  @Override
  public boolean autoscales() {
    return settings.autoscale();
  }

  @Override
  public double mostCpuMillisPerCall() {
    return MOST_CPU_MILLIS_PER_CALL;
  }

  @Override
  public List<String> cleaned() {
    return cleaned;
  }

  /** Looks at the replicas of what is deployed. */
  public StatusWatch watch() {
    return watch;
  }

  @Override
  public List<FunctionInstance> deploy(List<FunctionSpec> functions)
      throws PlatformException, InterruptedException {
    Map<String, FunctionSpec> asked = new LinkedHashMap<>();
    for (FunctionSpec spec : functions) {
      if (asked.put(spec.name(), order.request(spec)) != null) {
        throw new PlatformException("function " + spec.name() + " is asked for twice");
      }
    }
    watch.watch(List.of());
    removeAllBut(asked);
    List<FunctionSpec> missing =
        asked.values().stream().filter(spec -> !ready.containsKey(spec.name())).toList();
    start(missing);
    watch.watch(List.copyOf(asked.keySet()));
    List<FunctionInstance> instances = new ArrayList<>();
    for (FunctionSpec spec : asked.values()) {
      instances.add(
          new FunctionInstance(
              spec,
              client.gateway().uri(),
              settings.processes(spec.name()),
              identity(spec.name())));
    }
    return instances;
  }

  private String identity(String name) {
    return "%s, start %d".formatted(ready.get(name).createdAt(), starts.of(name));
  }

  private void removeAllBut(Map<String, FunctionSpec> asked)
      throws PlatformException, InterruptedException {
    Set<String> unwanted = new LinkedHashSet<>();
    for (String name : List.copyOf(ready.keySet())) {
      if (!asked.containsKey(name) || !stillAnswers(asked.get(name))) {
        unwanted.add(name);
        ready.remove(name);
      }
    }
    unwanted.retainAll(cleanup.started());
    remove(unwanted);
  }

  private boolean stillAnswers(FunctionSpec spec) throws PlatformException, InterruptedException {
    try {
      FunctionStatus now = readiness.await(spec, Instant.now(), STILL_ANSWERS);
      FunctionStatus before = ready.put(spec.name(), now);
      // Another one of the same name is not what was warmed up.
      return before != null && before.createdAt().equals(now.createdAt());
    } catch (FunctionStartException e) {
      return false;
    }
  }

  /** All of them, or none stays: first all deployments, so that the functions come up together. */
  private void start(List<FunctionSpec> specs) throws PlatformException, InterruptedException {
    List<String> names = specs.stream().map(FunctionSpec::name).toList();
    remove(cleanup.givenUp(names));
    Instant since = Instant.now().minusSeconds(1);
    Set<String> ours = new LinkedHashSet<>();
    boolean complete = false;
    try {
      for (FunctionSpec spec : specs) {
        Optional<Deployment> deployment = order.deployment(spec.name());
        if (deployment.isPresent()) {
          cleanup.starting(spec.name());
          ours.add(spec.name());
          deployOne(deployment.get(), ours);
        }
      }
      for (FunctionSpec spec : specs) {
        ready.put(spec.name(), readiness.await(spec, since, settings.readyTimeout()));
      }
      complete = true;
    } finally {
      if (!complete) {
        ready.keySet().removeAll(names);
        cleanup.giveUp(ours);
      }
    }
  }

  private void deployOne(Deployment deployment, Set<String> ours)
      throws PlatformException, InterruptedException {
    try {
      starts.deploying(deployment.name());
      client.deploy(deployment, settings.runLabel());
    } catch (GatewayException e) {
      if (e.kind() == GatewayException.Kind.TAKEN) {
        ours.remove(deployment.name());
        cleanup.notOurs(deployment.name());
      }
      switch (e.kind()) {
        case REFUSED, NOT_FOUND, TAKEN ->
            throw new FunctionStartException(deployment.name(), "is refused: " + e.getMessage());
        default -> throw e;
      }
    }
  }

  private void remove(Set<String> names) throws PlatformException, InterruptedException {
    if (!names.isEmpty()) {
      removal.remove(
          names.stream().collect(Collectors.toMap(name -> name, name -> settings.runLabel())));
      cleanup.gone(names);
    }
  }

  @Override
  public boolean callsPassAGateway() {
    return true;
  }

  @Override
  public List<String> failures() throws PlatformException {
    return failures.of(List.copyOf(ready.values()));
  }

  @Override
  public void close() {
    watch.close();
    cleanup.close();
    calls.close();
    client.close();
    ready.clear();
  }
}
