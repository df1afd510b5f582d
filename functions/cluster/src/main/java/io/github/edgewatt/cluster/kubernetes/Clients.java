package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.github.edgewatt.cluster.settings.Environment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes clients of an API server: by the file given, or {@code KUBECONFIG}, or in a pod by its
 * service account, or by {@code ~/.kube/config}. Nothing is connected to yet.
 */
public final class Clients {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int REQUEST_MILLIS = 10_000;
  private static final int REQUEST_RETRIES = 2;
  private static final int RECONNECT_MILLIS = 1_000;
  private static final String SERVICE_HOST = "KUBERNETES_SERVICE_HOST";
  private static final String MODE = "schedule_scale_opt_k8s_config";

  private Clients() {}

  /**
   * A client whose requests end in some 10 s at the latest.
   *
   * @param kubeconfig the file given by the user
   * @throws IllegalArgumentException one line where there is none or it cannot be used
   */
  public static KubernetesClient client(Optional<Path> kubeconfig) {
    return client(kubeconfig, System.getenv());
  }

  /**
   * A client by {@code edgewatt_cluster_kubeconfig} and {@code schedule_scale_opt_k8s_config}:
   * {@code local} is a file (the one named, or the usual ones), {@code in_cluster} the pod's
   * service account; not set, the first of both that is there.
   *
   * @throws IllegalArgumentException one line where there is none or it cannot be used
   */
  public static KubernetesClient client(Environment environment) {
    Map<String, String> usual = new HashMap<>();
    for (String name : List.of("KUBECONFIG", "HOME", SERVICE_HOST)) {
      environment.text(name).ifPresent(value -> usual.put(name, value));
    }
    Optional<Path> kubeconfig = environment.text("edgewatt_cluster_kubeconfig").map(Path::of);
    String mode = environment.choice(MODE, "", List.of("", "local", "in_cluster"));
    if (mode.equals("local")) {
      usual.remove(SERVICE_HOST);
    }
    if (mode.equals("in_cluster")) {
      if (!usual.containsKey(SERVICE_HOST)) {
        throw new IllegalArgumentException(
            MODE + " is 'in_cluster': this is no pod of a cluster, set it to local");
      }
      usual.remove("KUBECONFIG");
      kubeconfig = Optional.empty();
    }
    boolean any =
        kubeconfig.isPresent()
            || usual.containsKey("KUBECONFIG")
            || usual.containsKey(SERVICE_HOST)
            || Files.isReadable(Path.of(usual.getOrDefault("HOME", ""), ".kube", "config"));
    if (!any) {
      throw new IllegalArgumentException(
          "no Kubernetes: set edgewatt_cluster_kubeconfig or KUBECONFIG, have ~/.kube/config,"
              + " or run as a pod");
    }
    return client(kubeconfig, usual);
  }

  static KubernetesClient client(Optional<Path> kubeconfig, Map<String, String> environment) {
    Config config =
        new ConfigBuilder(config(kubeconfig, environment))
            .withConnectionTimeout(CONNECT_MILLIS)
            .withRequestTimeout(REQUEST_MILLIS)
            .withRequestRetryBackoffLimit(REQUEST_RETRIES)
            .withWatchReconnectInterval(RECONNECT_MILLIS)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static Config config(Optional<Path> given, Map<String, String> environment) {
    if (given.isPresent()) {
      return read(given.get());
    }
    String named = environment.getOrDefault("KUBECONFIG", "").strip();
    if (!named.isEmpty()) {
      // Of several files the first that is there counts; they are not merged.
      return read(
          Arrays.stream(named.split(File.pathSeparator, -1))
              .filter(name -> !name.isBlank())
              .map(Path::of)
              .filter(Files::exists)
              .findFirst()
              .orElseGet(() -> Path.of(named)));
    }
    if (environment.containsKey(SERVICE_HOST)) {
      return Config.autoConfigure(null);
    }
    String home = environment.getOrDefault("HOME", "");
    if (!home.isEmpty()) {
      Path usual = Path.of(home, ".kube", "config");
      if (Files.isReadable(usual)) {
        return read(usual);
      }
    }
    throw new IllegalArgumentException(
        "no Kubernetes: give --kubeconfig FILE, set KUBECONFIG, have ~/.kube/config,"
            + " or run as a pod");
  }

  private static Config read(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException("cannot read the kubeconfig " + file);
    }
    Config config;
    try {
      config = Config.fromKubeconfig(file.toFile());
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "the kubeconfig " + file + " is none: " + firstLine(e.getMessage()), e);
    }
    if (!namesServer(config)) {
      throw new IllegalArgumentException(
          "the kubeconfig " + file + " names no server in its current context");
    }
    return config;
  }

  /** Without one the client would look for a server of its own choice. */
  private static boolean namesServer(Config config) {
    return config.getCurrentContext() != null
        && config.getCurrentContext().getContext() != null
        && config.getFileWithCluster() != null;
  }

  private static String firstLine(String message) {
    return message == null ? "?" : message.lines().findFirst().orElse("?");
  }
}
