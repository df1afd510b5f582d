package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.dataset.run.UserFolder;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.doctor.DoctorReport;
import io.github.edgewatt.profiler.doctor.Finding;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.measure.gateway.ReplicaSampler;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.local.RunLock;
import io.github.edgewatt.profiler.platform.openfaas.Credentials;
import io.github.edgewatt.profiler.platform.openfaas.DeployedSpecs;
import io.github.edgewatt.profiler.platform.openfaas.Deployment;
import io.github.edgewatt.profiler.platform.openfaas.FunctionStatus;
import io.github.edgewatt.profiler.platform.openfaas.GatewayClient;
import io.github.edgewatt.profiler.platform.openfaas.GatewayClock;
import io.github.edgewatt.profiler.platform.openfaas.GatewayInfo;
import io.github.edgewatt.profiler.platform.openfaas.GatewayLimits;
import io.github.edgewatt.profiler.platform.openfaas.GatewayUrl;
import io.github.edgewatt.profiler.platform.openfaas.OpenFaasPlatform;
import io.github.edgewatt.profiler.platform.openfaas.OpenFaasSettings;
import io.github.edgewatt.profiler.platform.openfaas.StackFile;
import io.github.edgewatt.profiler.platform.openfaas.StackFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Functions behind an OpenFaaS gateway, watched through Prometheus or on this very machine. */
final class ClusterSite implements Site {
  private static final String NAMESPACE = "openfaas-fn";
  private static final Set<String> SAID = Set.of("gateway", "scrapes", "clock", "meter");

  private static final Pattern NAMESPACE_FORM =
      Pattern.compile("([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?");

  private final SiteOptions options;
  private final GatewayUrl gateway;
  private final Credentials credentials;
  private final NodeWatch watch;
  private final List<StackFunction> stack;

  private ClusterSite(
      SiteOptions options,
      GatewayUrl gateway,
      Credentials credentials,
      NodeWatch watch,
      List<StackFunction> stack) {
    this.options = options;
    this.gateway = gateway;
    this.credentials = credentials;
    this.watch = watch;
    this.stack = stack;
  }

  /** Reads all files that are named, so that what is wrong with them is said before a start. */
  static ClusterSite of(SiteOptions options, String url, Map<String, String> environment)
      throws UsageException {
    if (!NAMESPACE_FORM.matcher(options.namespace).matches()) {
      throw new UsageException(
          "--namespace '%s' is no name of small letters, digits and inner hyphens"
              .formatted(options.namespace.replaceAll("\\p{Cntrl}", "?")));
    }
    try {
      GatewayUrl gateway = GatewayUrl.parse(url);
      String file = environment.getOrDefault("OPENFAAS_PASSWORD_FILE", "");
      Path password =
          options.passwordFile == null && !file.isBlank() ? Path.of(file) : options.passwordFile;
      Credentials credentials =
          Credentials.find(
              gateway, password, environment, Path.of(System.getProperty("user.home")));
      NodeWatch watch = NodeWatch.of(options, gateway, environment);
      return new ClusterSite(options, gateway, credentials, watch, stack(options, environment));
    } catch (IllegalArgumentException | PlatformException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static List<StackFunction> stack(SiteOptions options, Map<String, String> environment)
      throws PlatformException {
    Path file = options.stack == null ? Path.of("stack.yml") : options.stack;
    if (options.deployed && options.stack == null && !Files.exists(file)) {
      return List.of();
    }
    return StackFile.read(file, environment, options.namespace).profiled();
  }

  @Override
  public List<String> defaultFunctions() throws UsageException, PlatformException {
    return options.deployed
        ? specsOf(List.of()).stream().map(FunctionSpec::name).toList()
        : stack.stream().map(function -> function.request().name()).toList();
  }

  @Override
  public List<FunctionSpec> functions(List<String> names) throws UsageException, PlatformException {
    if (options.deployed) {
      return specsOf(names);
    }
    return chosen(names).stream().map(StackFunction::request).toList();
  }

  private List<StackFunction> chosen(List<String> names) throws UsageException {
    List<StackFunction> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          stack.stream()
              .filter(function -> function.request().name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "the stack file marks no function '%s' for profiling: choose among %s"
                              .formatted(
                                  name,
                                  String.join(
                                      ", ",
                                      stack.stream().map(f -> f.request().name()).toList())))));
    }
    return chosen;
  }

  private List<FunctionSpec> specsOf(List<String> names) throws UsageException, PlatformException {
    List<FunctionStatus> there;
    try (GatewayClient client = client()) {
      there = client.list();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted", e);
    }
    try {
      return DeployedSpecs.of(there, names, stack);
    } catch (PlatformException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private GatewayClient client() {
    return new GatewayClient(gateway, credentials, options.namespace, GatewayClock.system());
  }

  private String namespace() {
    return options.namespace.isEmpty() ? NAMESPACE : options.namespace;
  }

  @Override
  public OpenSite open(SiteRequest request)
      throws UsageException, PlatformException, InterruptedException {
    List<Finding> findings = new ArrayList<>(gatewayFindings(request));
    WatchedNode node = watch.examine(request, namespace());
    findings.addAll(node.findings());
    RunLock lock = null;
    OpenFaasPlatform platform = null;
    boolean open = false;
    try {
      lock = RunLock.acquire(UserFolder.cache(), request.runId());
      platform = platform(request, node);
      NodeMeter meter = node.meter().with(new ReplicaSampler(platform.watch()));
      RunLock held = lock;
      OpenSite site =
          new OpenSite(
              platform,
              meter,
              node.power(),
              node.machine(),
              new DoctorReport(findings),
              remarks(findings),
              () -> {
                node.release().run();
                held.close();
              });
      open = true;
      return site;
    } finally {
      if (!open) {
        close(platform, node, lock);
      }
    }
  }

  /** What shapes the run, good or bad, is said before it starts; the rest is the doctor's. */
  private static List<String> remarks(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> SAID.contains(finding.check()))
        .map(finding -> "%-9s %s".formatted(finding.check(), finding.message()))
        .toList();
  }

  private static void close(OpenFaasPlatform platform, WatchedNode node, RunLock lock) {
    if (platform != null) {
      platform.close();
    }
    node.release().run();
    if (lock != null) {
      lock.close();
    }
  }

  private OpenFaasPlatform platform(SiteRequest request, WatchedNode node)
      throws UsageException, PlatformException, InterruptedException {
    OpenFaasSettings settings = OpenFaasSettings.of(request.runId(), options.autoscale);
    if (node.processes().isPresent()) {
      settings = settings.findingProcesses(node.processes().get());
    }
    List<String> names = request.plan().functions();
    if (options.deployed) {
      List<FunctionSpec> specs = specsOf(names);
      return OpenFaasPlatform.openDeployed(client(), settings, specs);
    }
    List<StackFunction> functions = chosen(names);
    return OpenFaasPlatform.open(client(), settings, functions);
  }

  /** What the gateway's edition lets a run do, said before anything is deployed. */
  private List<Finding> gatewayFindings(SiteRequest request)
      throws UsageException, PlatformException, InterruptedException {
    GatewayLimits limits;
    try (GatewayClient client = client()) {
      GatewayInfo info = client.info();
      int atOnce = Math.max(1, request.plan().combine());
      List<StackFunction> functions =
          options.deployed
              ? specsOf(request.plan().functions()).stream()
                  .map(spec -> new StackFunction(spec, Deployment.of(spec.name(), "")))
                  .toList()
              : chosen(request.plan().functions());
      limits =
          GatewayLimits.of(
              info,
              client.list(),
              new GatewayLimits.Ask(
                  functions, atOnce, options.autoscale, options.namespace, !options.deployed));
    }
    if (!limits.refusals().isEmpty()) {
      throw new UsageException(String.join("; ", limits.refusals()));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("gateway", gateway + ": " + String.join("; ", limits.facts())));
    limits.warnings().forEach(line -> findings.add(Finding.warn("gateway", line, "")));
    credentials.warnings().forEach(line -> findings.add(Finding.warn("password", line, "")));
    return findings;
  }
}
