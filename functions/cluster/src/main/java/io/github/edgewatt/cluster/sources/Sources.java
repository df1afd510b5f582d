package io.github.edgewatt.cluster.sources;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.kubernetes.Clients;
import io.github.edgewatt.cluster.kubernetes.KubernetesSource;
import io.github.edgewatt.cluster.live.ClusterSink;
import io.github.edgewatt.cluster.live.ClusterSource;
import io.github.edgewatt.cluster.objects.Directory;
import io.github.edgewatt.cluster.objects.Names;
import io.github.edgewatt.cluster.prometheus.PrometheusSource;
import io.github.edgewatt.cluster.redis.RedisSettings;
import io.github.edgewatt.cluster.redis.RedisSource;
import io.github.edgewatt.cluster.settings.Environment;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The sources that {@code edgewatt_cluster_sources} names: any of {@code redis}, {@code kubernetes}
 * and {@code prometheus}, separated by commas; {@code redis} where it is not set. Where Kubernetes
 * is one of them it alone says which nodes and pods there are.
 */
public final class Sources implements AutoCloseable {
  private static final String VARIABLE = "edgewatt_cluster_sources";
  private static final String REDIS = "redis";
  private static final String KUBERNETES = "kubernetes";
  private static final String PROMETHEUS = "prometheus";
  private static final Set<String> ALL = Set.of(REDIS, KUBERNETES, PROMETHEUS);
  private static final double INFOS_SECONDS = 30;

  private final List<ClusterSource> sources = new ArrayList<>();
  private final List<KubernetesClient> clients = new ArrayList<>();

  private Sources() {}

  /**
   * Opens them, and returns at once; what they depend on may be away.
   *
   * @throws IllegalArgumentException one line that names the variable that is wrong
   */
  public static Sources start(Environment environment, ClusterSink sink, Clock clock) {
    Set<String> named = named(environment);
    Sources started = new Sources();
    try {
      Directory directory = new Directory(sink);
      boolean told = named.contains(KUBERNETES) || named.contains(REDIS);
      Names names = told ? directory : Names.AS_TOLD;
      // What is wrong with a setting is told before anything runs.
      RedisSettings redis = RedisSettings.of(environment);
      Duration infosEvery = infosEvery(environment);
      if (named.contains(PROMETHEUS)) {
        started.sources.add(PrometheusSource.start(environment, sink, names, clock));
      }
      if (named.contains(KUBERNETES)) {
        KubernetesClient client = Clients.client(environment);
        started.clients.add(client);
        started.sources.add(KubernetesSource.start(client, directory));
      }
      if (named.contains(REDIS)) {
        Optional<Directory> objects =
            named.contains(KUBERNETES) ? Optional.empty() : Optional.of(directory);
        started.sources.add(RedisSource.start(redis, sink, objects, infosEvery, clock));
      }
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /**
   * Reads what {@link #start} reads of the environment, and opens nothing.
   *
   * @throws IllegalArgumentException one line that names the variable that is wrong
   */
  public static void check(Environment environment) {
    Set<String> named = named(environment);
    var unusedRedis = RedisSettings.of(environment);
    var unusedInterval = infosEvery(environment);
    if (named.contains(PROMETHEUS)) {
      PrometheusSource.check(environment);
    }
    if (named.contains(KUBERNETES)) {
      Clients.client(environment).close();
    }
  }

  private static Duration infosEvery(Environment environment) {
    return environment.seconds("edgewatt_cluster_infos_interval", INFOS_SECONDS);
  }

  private static Set<String> named(Environment environment) {
    Set<String> named = new LinkedHashSet<>();
    environment.list(VARIABLE).forEach(name -> named.add(name.toLowerCase(Locale.ROOT)));
    for (String name : named) {
      if (!ALL.contains(name)) {
        throw new IllegalArgumentException(
            VARIABLE + " names '" + name + "': it may name redis, kubernetes and prometheus");
      }
    }
    return named.isEmpty() ? Set.of(REDIS) : named;
  }

  /** The names of those that were opened. */
  public List<String> names() {
    return sources.stream().map(ClusterSource::name).sorted().toList();
  }

  /** What was never read so far, one line each; empty once everything was. Never blocks. */
  public List<String> missing() {
    return sources.stream().flatMap(source -> source.missing().stream()).toList();
  }

  /** What is wrong now, one line each; empty where all is well. Never blocks. */
  public List<String> problems() {
    return sources.stream().flatMap(source -> source.problems().stream()).toList();
  }

  /** Stops them; what they told stands. */
  @Override
  public void close() {
    sources.forEach(ClusterSource::close);
    clients.forEach(KubernetesClient::close);
  }
}
