package io.github.edgewatt.profiler.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.energy.NoMeter;
import io.github.edgewatt.profiler.energy.NoWindowEnergy;
import io.github.edgewatt.profiler.load.Arrivals;
import io.github.edgewatt.profiler.load.HttpLoadGenerator;
import io.github.edgewatt.profiler.load.LoadPlan;
import io.github.edgewatt.profiler.load.LoadResult;
import io.github.edgewatt.profiler.load.LoadTarget;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.measure.ReplicaSource;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.measure.host.HostMeter;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusMeter;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusNode;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSamples;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSettings;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSetup;
import io.github.edgewatt.profiler.measure.prometheus.Queries;
import io.github.edgewatt.profiler.measure.prometheus.ScrapePlan;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.local.WorkloadCatalog;
import io.github.edgewatt.profiler.platform.openfaas.Credentials;
import io.github.edgewatt.profiler.platform.openfaas.Deployment;
import io.github.edgewatt.profiler.platform.openfaas.GatewayClient;
import io.github.edgewatt.profiler.platform.openfaas.GatewayClock;
import io.github.edgewatt.profiler.platform.openfaas.GatewayUrl;
import io.github.edgewatt.profiler.platform.openfaas.OpenFaasPlatform;
import io.github.edgewatt.profiler.platform.openfaas.OpenFaasSettings;
import io.github.edgewatt.profiler.platform.openfaas.StackFunction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same windows of the same function, watched by the machine's own counters and through a real
 * Prometheus at the same time. {@code benchmarks/agreement/run.sh} runs it with other rates,
 * windows and scrape intervals, by the variables read here.
 */
class NodeAgreementIT {
  private static final String FUNCTION = setting("FUNCTION", "gzip");
  private static final int[] RATES =
      Arrays.stream(setting("RATES", "50,100,100").split(",", -1))
          .mapToInt(Integer::parseInt)
          .toArray();
  private static final Duration WINDOW =
      Duration.ofSeconds(Integer.parseInt(setting("WINDOW_SECONDS", "6")));
  private static final String INTERVAL = setting("INTERVAL", "1s");

  @TempDir Path state;

  private static String setting(String name, String otherwise) {
    return Optional.ofNullable(System.getenv("EDGEWATT_AGREEMENT_" + name)).orElse(otherwise);
  }

  /** With load before and after the window, as a campaign does it. */
  private static LoadPlan load(FunctionInstance instance, int rate, Duration margin) {
    FunctionSpec spec = instance.spec();
    LoadTarget target =
        new LoadTarget(
            spec.name(),
            instance.address().resolve(spec.path()),
            spec.method(),
            spec.contentType(),
            spec.body(),
            Arrivals.constant(rate));
    Duration longest = Duration.ofSeconds(10);
    return new LoadPlan(List.of(target), margin, WINDOW, margin, longest, longest, 512);
  }

  /** The middle one: a neighbour's burst at a window's edge is seen by one meter alone. */
  private static double median(List<Agreement> all, ToDoubleFunction<Agreement> figure) {
    return all.stream()
        .map(agreement -> figure.applyAsDouble(agreement))
        .sorted(Comparator.comparingDouble(Math::abs))
        .toList()
        .get(all.size() / 2);
  }

  private static FunctionSpec spec() throws Exception {
    Path catalog = TestRuns.home().resolve("functions/workloads/functions.json");
    return WorkloadCatalog.read(catalog).stream()
        .filter(spec -> spec.name().equals(FUNCTION))
        .findFirst()
        .orElseThrow();
  }

  private OpenFaasPlatform platform(RealNode node) throws Exception {
    GatewayUrl gateway = GatewayUrl.parse(node.variable("OPENFAAS_URL"));
    Path password = Path.of(node.variable("OPENFAAS_PASSWORD_FILE"));
    Credentials credentials = Credentials.find(gateway, password, Map.of(), state);
    return OpenFaasPlatform.open(
        new GatewayClient(gateway, credentials, "openfaas-fn", GatewayClock.system()),
        OpenFaasSettings.of("agreement", false).findingProcesses(RealNode::processes),
        List.of(new StackFunction(spec(), Deployment.of(FUNCTION, "local/" + FUNCTION))));
  }

  /** The host meter's figure of this process stands for it in both. */
  private static NodeMeter prometheus(RealNode node, HostMeter host) throws Exception {
    PrometheusClient client =
        PrometheusClient.open(PrometheusSettings.parse(node.variable("PROMETHEUS_URL")));
    PrometheusNode measured = PrometheusNode.probe(client, Optional.empty());
    Queries queries = Queries.standard();
    ScrapePlan plan = ScrapePlan.probe(client, ScrapePlan.uses(queries, measured));
    return PrometheusMeter.open(
        new PrometheusSetup(
            client,
            PrometheusSamples.open(client, plan.slowest()),
            measured,
            queries,
            "openfaas-fn",
            plan,
            new NoWindowEnergy("not asked for"),
            Optional.empty(),
            (function, from, to) -> ReplicaSource.Replicas.unknown(),
            (from, to) -> ownSeconds(host, from, to)));
  }

  private static double ownSeconds(HostMeter host, long from, long to) {
    try {
      WindowReading reading = host.window(from, to);
      return reading.generatorCpuPercent() / 100 * reading.seconds();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Double.NaN;
    }
  }

  @Test
  void hostAndPrometheusAgreeUnderSteadyLoad() throws Exception {
    List<Agreement> windows = new ArrayList<>();
    try (RealNode node = RealNode.up(state, "--interval", INTERVAL);
        OpenFaasPlatform platform = platform(node);
        HostMeter host = HostMeter.start(new NoMeter("test"), Optional.empty());
        NodeMeter prometheus = prometheus(node, host);
        HttpLoadGenerator generator = new HttpLoadGenerator()) {
      List<FunctionInstance> instances = platform.deploy(List.of(spec()));
      host.watch(instances);
      prometheus.watch(instances);
      generator.run(load(instances.get(0), 100, Duration.ZERO));
      System.out.println(
          "scrape interval "
              + INTERVAL
              + ", windows of "
              + WINDOW.toSeconds()
              + " s of "
              + FUNCTION);
      System.out.println(Agreement.HEADER);
      Duration margin = prometheus.sampleInterval();
      for (int rate : RATES) {
        LoadResult load = generator.run(load(instances.get(0), rate, margin));
        long from = load.windowStartNanos();
        long to = load.windowEndNanos();
        Agreement seen =
            new Agreement(rate, host.window(from, to), prometheus.window(from, to), FUNCTION);
        System.out.println(seen);
        windows.add(seen);
      }
    }
    assertThat(windows)
        .allSatisfy(
            window -> {
              assertThat(window.host().problem()).isEmpty();
              assertThat(window.prometheus().problem()).isEmpty();
              assertThat(window.prometheus().functions().get(FUNCTION).replicas()).isEqualTo(1);
            });
    assertThat(median(windows, Agreement::node)).isCloseTo(0, within(0.03));
    assertThat(median(windows, Agreement::functionCpu)).isCloseTo(0, within(0.05));
    assertThat(median(windows, Agreement::memory)).isCloseTo(0, within(0.03));
    assertThat(median(windows, Agreement::workingSet)).isCloseTo(0, within(0.03));
  }
}
