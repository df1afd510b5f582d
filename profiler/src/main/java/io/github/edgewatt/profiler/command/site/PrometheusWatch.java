package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.Machine;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.doctor.Doctor;
import io.github.edgewatt.profiler.doctor.Finding;
import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.EnergyMeters;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.prometheus.OwnCpu;
import io.github.edgewatt.profiler.measure.prometheus.OwnCpuSampler;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusMeter;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusNode;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSamples;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSettings;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSetup;
import io.github.edgewatt.profiler.measure.prometheus.Queries;
import io.github.edgewatt.profiler.measure.prometheus.ScrapePlan;
import io.github.edgewatt.profiler.measure.prometheus.energy.EnergyQueries;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.proc.Proc;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A node watched through a Prometheus. */
final class PrometheusWatch implements NodeWatch {
  private static final double WORST_CLOCK_MILLIS = 1_000;

  /** The kernel computes its boot from two clocks: steps of one of them move it. */
  private static final double BOOT_SLACK_SECONDS = 2;

  private final PrometheusSettings settings;
  private final Optional<String> node;
  private final Queries queries;
  private final EnergyQueries energyQueries;

  private PrometheusWatch(
      PrometheusSettings settings,
      Optional<String> node,
      Queries queries,
      EnergyQueries energyQueries) {
    this.settings = settings;
    this.node = node;
    this.queries = queries;
    this.energyQueries = energyQueries;
  }

  /** Reads the files that are named. */
  static PrometheusWatch of(SiteOptions options, String url) throws UsageException {
    try {
      return new PrometheusWatch(
          settings(options, url),
          Optional.ofNullable(options.node),
          options.queries == null ? Queries.standard() : Queries.read(options.queries),
          options.energyQueries == null
              ? EnergyQueries.defaults()
              : EnergyQueries.read(options.energyQueries));
    } catch (FileSystemException e) {
      throw new UsageException(
          DatasetException.of("cannot read", Path.of(e.getFile()), e).getMessage());
    } catch (CharacterCodingException e) {
      throw new UsageException("a file of queries is not UTF-8 text");
    } catch (IllegalArgumentException | IOException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static PrometheusSettings settings(SiteOptions options, String url) {
    Optional<Path> none = Optional.empty();
    return new PrometheusSettings(
        PrometheusSettings.parse(url).base(),
        Optional.ofNullable(options.prometheusUser),
        options.prometheusPassword == null ? none : Optional.of(options.prometheusPassword),
        options.prometheusToken == null ? none : Optional.of(options.prometheusToken),
        options.prometheusCertificates == null
            ? none
            : Optional.of(options.prometheusCertificates));
  }

  @Override
  public WatchedNode examine(SiteRequest request, String namespace)
      throws UsageException, PlatformException, InterruptedException {
    PrometheusClient client;
    try {
      client = PrometheusClient.open(settings);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    boolean examined = false;
    try {
      WatchedNode watched = examine(client, request, namespace);
      examined = true;
      return watched;
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    } catch (PrometheusException e) {
      throw new PlatformException(e.getMessage(), e);
    } finally {
      if (!examined) {
        client.close();
      }
    }
  }

  private WatchedNode examine(PrometheusClient client, SiteRequest request, String namespace)
      throws UsageException, PrometheusException, InterruptedException {
    PrometheusNode found = PrometheusNode.probe(client, node);
    boolean here = isThisMachine(client, found);
    EnergyMeter host = EnergyMeters.detect(EnergyMeters.POWERCAP);
    EnergyFinder finder = new EnergyFinder(client, energyQueries, found, namespace, here, host);
    List<ScrapePlan.Use> uses = new ArrayList<>(ScrapePlan.uses(queries, found));
    ScrapePlan plan = ScrapePlan.probe(client, uses);
    EnergyFinder.Found energy = finder.find(plan);
    if (energy.use().isPresent()) {
      uses.add(energy.use().get());
      ScrapePlan whole = ScrapePlan.probe(client, uses);
      if (!whole.slowest().equals(plan.slowest())) {
        energy = finder.find(whole);
      }
      plan = whole;
    }
    Optional<String> refusal = plan.refusal(request.plan().duration());
    if (refusal.isPresent()) {
      energy.close();
      throw new UsageException(refusal.get());
    }
    return watched(client, request, namespace, found, here, host, plan, energy);
  }

  private WatchedNode watched(
      PrometheusClient client,
      SiteRequest request,
      String namespace,
      PrometheusNode found,
      boolean here,
      EnergyMeter host,
      ScrapePlan plan,
      EnergyFinder.Found energy)
      throws InterruptedException {
    WindowEnergy meter = energy.energy();
    OwnCpuSampler own = here ? OwnCpuSampler.start() : null;
    List<Finding> findings = new ArrayList<>(scrapes(plan, request));
    findings.add(clock(energy.samples()));
    findings.add(power(meter));
    // The generator's machine has to be fit too; its own power meter is nobody's.
    Doctor.ofThisMachine(request.output(), host).examine().stream()
        .filter(finding -> !finding.check().equals("meter"))
        .forEach(findings::add);
    return new WatchedNode(
        replicas -> {
          try {
            return PrometheusMeter.open(
                new PrometheusSetup(
                    client,
                    energy.samples(),
                    found,
                    queries,
                    namespace,
                    plan,
                    meter,
                    request.estimate(),
                    replicas,
                    own == null ? OwnCpu.ELSEWHERE : own));
          } catch (PrometheusException e) {
            throw new PlatformException(e.getMessage(), e);
          }
        },
        OpenSite.power(meter.name(), meter.description(), request.estimate()),
        machine(found),
        findings,
        Optional.empty(),
        () -> {
          energy.close();
          client.close();
          if (own != null) {
            own.close();
          }
        });
  }

  private static List<Finding> scrapes(ScrapePlan plan, SiteRequest request) {
    List<Finding> findings = new ArrayList<>();
    List<String> lines = plan.lines(request.plan().duration());
    findings.add(Finding.ok("scrapes", lines.get(0)));
    lines.stream()
        .skip(1)
        .forEach(
            line ->
                findings.add(
                    Finding.warn("scrapes", line, "scrape more often, or take a longer DURATION")));
    return findings;
  }

  private static Finding clock(PrometheusSamples samples) {
    String text =
        "%+.0f ms off ours (± %.0f ms), corrected"
            .formatted(samples.clockOffsetMillis(), samples.clockUncertaintyMillis());
    return Math.abs(samples.clockOffsetMillis()) < WORST_CLOCK_MILLIS
        ? Finding.ok("clock", text)
        : Finding.warn("clock", text, "let both machines keep their time by NTP");
  }

  private static Finding power(WindowEnergy energy) {
    return energy.name().equals("none")
        ? Finding.warn("meter", energy.description(), "--power-model 12W..65W estimates")
        : Finding.ok("meter", energy.name() + ": " + energy.description());
  }

  private static Machine machine(PrometheusNode node) {
    return new Machine(
        node.cores(),
        node.memoryBytes(),
        "",
        node.kernel().isEmpty() ? "" : "Linux " + node.kernel(),
        node.os(),
        "JDK " + System.getProperty("java.version") + " " + System.getProperty("java.vendor"));
  }

  /**
   * The same kernel, booted at the same second, with as many cores: a host name tells nothing in a
   * container.
   */
  private static boolean isThisMachine(PrometheusClient client, PrometheusNode node)
      throws PrometheusException, InterruptedException {
    OptionalLong boot = Proc.ofThisMachine().bootEpochSeconds();
    boolean alike =
        node.kernel().equals(System.getProperty("os.version"))
            && node.cores() == Runtime.getRuntime().availableProcessors();
    if (boot.isEmpty() || !alike) {
      return false;
    }
    return client.query("node_boot_time_seconds").data().stream()
        .filter(series -> series.label("instance").equals(node.instance()))
        .anyMatch(series -> Math.abs(series.last() - boot.getAsLong()) <= BOOT_SLACK_SECONDS);
  }
}
